package io.zugabe.segmentation.segment.domain;

/**
 * A customer is in a segment.
 *
 * @param version of the segment
 * @param why for a person
 */
public record SegmentMatch(String segmentId, int version, LocalizedText why) {}
