package io.zugabe.segmentation.segment.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A segment with the versions that matter. A draft may be changed until it is published; what was published
 * never changes.
 *
 * @param archived then no version is in force
 * @param replaced the version that is in force again if the one in force is taken back
 * @param lastVersion number of the latest version made
 * @param revision grows with every change
 */
public record SegmentState(
        String id,
        boolean archived,
        Optional<SegmentVersion> inForce,
        Optional<SegmentVersion> draft,
        Optional<SegmentVersion> replaced,
        int lastVersion,
        long revision,
        Instant createTime,
        Instant updateTime) {

    /** A new segment: a draft. */
    public static SegmentState created(SegmentDefinition definition, String author, Instant now) {
        SegmentVersion draft = new SegmentVersion(definition, 1, author, now, Optional.empty(), 0);
        return new SegmentState(
                definition.id(), false, Optional.empty(), Optional.of(draft), Optional.empty(), 1, 1, now, now);
    }

    /** What the next change starts from: the draft, else what is in force. */
    public Optional<SegmentDefinition> latest() {
        return draft.or(() -> inForce).map(SegmentVersion::definition);
    }

    /** With a draft that says this; the draft there is, or a new one. */
    public SegmentState drafted(SegmentDefinition definition, String author, Instant now) {
        int number = draft.map(SegmentVersion::number).orElse(lastVersion + 1);
        Instant made = draft.map(SegmentVersion::createTime).orElse(now);
        SegmentVersion next = new SegmentVersion(definition, number, author, made, Optional.empty(), 0);
        return changed(false, inForce, Optional.of(next), replaced, now);
    }

    /** With its draft in force. */
    public SegmentState published(Instant now) {
        int before = inForce.map(SegmentVersion::number).orElse(0);
        Optional<SegmentVersion> next = draft.map(each -> each.published(now, before));
        return changed(false, next, Optional.empty(), inForce, now);
    }

    /** With the version in force that was before, if any; what that one replaced is to be looked up. */
    public SegmentState rolledBack(Instant now) {
        return changed(archived, replaced.map(each -> each.publishedAgain(now)), draft, Optional.empty(), now);
    }

    /** With no version in force; what was in force stays as a draft, unless there is another. */
    public SegmentState archived(String author, Instant now) {
        Optional<SegmentVersion> kept = draft.or(() -> inForce.map(
                each -> new SegmentVersion(each.definition(), lastVersion + 1, author, now, Optional.empty(), 0)));
        return changed(true, Optional.empty(), kept, Optional.empty(), now);
    }

    private SegmentState changed(
            boolean nowArchived,
            Optional<SegmentVersion> nowInForce,
            Optional<SegmentVersion> nowDraft,
            Optional<SegmentVersion> nowReplaced,
            Instant now) {
        int last = Math.max(lastVersion, nowDraft.map(SegmentVersion::number).orElse(0));
        return new SegmentState(
                id, nowArchived, nowInForce, nowDraft, nowReplaced, last, revision + 1, createTime, now);
    }
}
