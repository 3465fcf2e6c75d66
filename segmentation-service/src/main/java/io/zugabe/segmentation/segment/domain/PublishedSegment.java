package io.zugabe.segmentation.segment.domain;

/** A segment in force, ready to be evaluated. */
public record PublishedSegment(SegmentDefinition definition, int version, Condition condition) {

    public String id() {
        return definition.id();
    }

    Evidence evidence() {
        return new Evidence(condition, definition.evidence());
    }
}
