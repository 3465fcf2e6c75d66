package io.zugabe.segmentation.segment;

import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.segment.domain.SegmentState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why changes of segments are refused. */
final class SegmentFailures {

    private static final int MOST_NAMED = 10;

    private SegmentFailures() {}

    static SegmentState existing(Optional<SegmentState> state, String segmentId) {
        return state.orElseThrow(() -> notFound(segmentId));
    }

    static ZugabeException notFound(String segmentId) {
        return of(SegmentationReason.SEGMENT_NOT_FOUND, "there is no segment \"" + segmentId + "\"", segmentId);
    }

    /** Built-in segments stay as they are. */
    static void refuseBuiltIn(BuiltInSegments builtIn, String segmentId) {
        if (builtIn.find(segmentId).isPresent()) {
            throw of(
                    SegmentationReason.SEGMENT_BUILT_IN,
                    "\"" + segmentId + "\" comes with the service and cannot be changed; create another one",
                    segmentId);
        }
    }

    /**
     * Refuses a change of something that is not any more as it was read.
     *
     * @param etag empty for whichever is present
     */
    static void requireEtag(SegmentState state, String etag) {
        if (!etag.isEmpty() && !etag.equals(Long.toString(state.revision()))) {
            throw of(
                    SegmentationReason.CONCURRENT_CHANGE,
                    "the segment was changed since etag \"" + etag + "\"; it is at \"" + state.revision()
                            + "\": read it again",
                    state.id());
        }
    }

    /** What rules need stays in force. */
    static void refuseUsed(String segmentId, List<String> rules) {
        if (!rules.isEmpty()) {
            String more = rules.size() > MOST_NAMED ? " and " + (rules.size() - MOST_NAMED) + " more" : "";
            String named = String.join(", ", rules.subList(0, Math.min(MOST_NAMED, rules.size()))) + more;
            throw ZugabeException.of(
                    SegmentationReason.SEGMENT_IN_USE,
                    "the treatment policy asks for \"" + segmentId + "\" in " + named + "; change these rules first",
                    Map.of("segment_id", segmentId, "rules", named));
        }
    }

    static ZugabeException of(SegmentationReason reason, String message, String segmentId) {
        return ZugabeException.of(reason, message, Map.of("segment_id", segmentId));
    }
}
