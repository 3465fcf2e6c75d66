package io.zugabe.segmentation.segment.domain;

/**
 * What a segment is.
 *
 * @param id [a-z0-9_-]
 * @param name by language
 * @param description by language; may be empty
 * @param expression who is in it
 * @param evidence sentences with features in braces, by language; may be empty
 */
public record SegmentDefinition(
        String id, LocalizedText name, LocalizedText description, String expression, LocalizedText evidence) {}
