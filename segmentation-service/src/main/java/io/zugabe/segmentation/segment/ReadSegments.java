package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.Sweeps;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.segment.SegmentMembers.Member;
import io.zugabe.segmentation.segment.domain.SegmentChange;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads segments, their members and who changed them. */
@Singleton
public class ReadSegments {

    private final SegmentStore store;
    private final BuiltInSegments builtIn;
    private final SegmentMembers members;
    private final Sweeps sweeps;

    ReadSegments(SegmentStore store, BuiltInSegments builtIn, SegmentMembers members, Sweeps sweeps) {
        this.store = store;
        this.builtIn = builtIn;
        this.members = members;
        this.sweeps = sweeps;
    }

    /** A segment; fails with SEGMENT_NOT_FOUND. */
    public Uni<Segment> find(String segmentId) {
        return builtIn.find(segmentId)
                .map(version -> Uni.createFrom().<Segment>item(new Segment.BuiltIn(version)))
                .orElseGet(() -> store.find(segmentId)
                        .map(state -> new Segment.Own(SegmentFailures.existing(state, segmentId))));
    }

    /** Segments by id, after one. */
    public Uni<List<Segment>> list(String after, int most, boolean archivedToo) {
        Stream<Segment> ours = builtIn.versions().stream()
                .<Segment>map(Segment.BuiltIn::new)
                .filter(segment -> segment.id().compareTo(after) > 0);
        return store.list(after, most, archivedToo)
                .map(states -> Stream.concat(ours, states.stream().map(Segment.Own::new))
                        .sorted(Comparator.comparing(Segment::id))
                        .limit(most)
                        .toList());
    }

    /** Number of the members of a segment, as of their latest assessment. */
    public Uni<Long> size(String segmentId) {
        return members.size(segmentId);
    }

    /** How far everybody is assessed again. */
    public Uni<Sweep> evaluation() {
        return sweeps.read();
    }

    /** Members of a segment by key, after one; fails with SEGMENT_NOT_FOUND. */
    public Uni<List<Member>> members(String segmentId, String after, int most) {
        return find(segmentId).chain(() -> members.after(segmentId, after, most));
    }

    /**
     * Changes, newest first.
     *
     * @param segmentId empty for all segments
     * @param before id of a change
     */
    public Uni<List<SegmentChange>> changes(String segmentId, long before, int most) {
        return store.changes(segmentId, before, most);
    }
}
