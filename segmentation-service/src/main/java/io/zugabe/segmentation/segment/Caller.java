package io.zugabe.segmentation.segment;

import io.zugabe.segmentation.segment.domain.SegmentChange;
import io.zugabe.segmentation.segment.domain.SegmentChange.Action;
import java.time.Instant;

/**
 * Who asks for a change.
 *
 * @param actor as they say of themselves
 * @param callId id of their call
 */
public record Caller(String actor, String callId) {

    SegmentChange did(Action action, String segmentId, int version, Instant now, String detail) {
        return new SegmentChange(0, now, actor, callId, action, segmentId, version, detail);
    }
}
