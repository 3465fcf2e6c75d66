package io.zugabe.segmentation.segment.domain;

import java.time.Instant;

/**
 * Who changed what of a segment.
 *
 * @param id grows with time; 0 if not noted yet
 * @param actor as they say of themselves
 * @param callId id of their call
 * @param detail in English; may be empty
 */
public record SegmentChange(
        long id,
        Instant time,
        String actor,
        String callId,
        Action action,
        String segmentId,
        int version,
        String detail) {

    /** What can be done. */
    public enum Action {
        CREATED,
        UPDATED,
        PUBLISHED,
        ROLLED_BACK,
        ARCHIVED
    }
}
