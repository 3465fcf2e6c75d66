package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.segment.domain.SegmentChange;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where segments are kept that did not come with the service. */
public interface SegmentStore {

    /** The segments in force. */
    Uni<List<SegmentVersion>> inForce();

    /** A segment. */
    Uni<Optional<SegmentState>> find(String segmentId);

    /** Segments by id, after one; archived ones too if wanted. */
    Uni<List<SegmentState>> list(String after, int most, boolean archivedToo);

    /** Number of segments, archived ones included. */
    Uni<Long> count();

    /**
     * Changes a segment while nobody else, on whatever replica, changes segments or the treatment policy.
     *
     * @param decide says what to write, given what there is
     * @return what it answers, once it is durable
     */
    <T> Uni<T> change(String segmentId, Function<Optional<SegmentState>, Uni<Write<T>>> decide);

    /** Changes, newest first. */
    Uni<List<SegmentChange>> changes(String segmentId, long before, int most);

    /**
     * What to write.
     *
     * @param next the segment; empty to write nothing
     * @param inForceChanges whether other replicas have to follow
     */
    record Write<T>(Optional<SegmentState> next, List<SegmentChange> changes, boolean inForceChanges, T answer) {

        /** Nothing to write. */
        public static <T> Write<T> nothing(T answer) {
            return new Write<>(Optional.empty(), List.of(), false, answer);
        }
    }
}
