package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.segment.SegmentStore.Write;
import io.zugabe.segmentation.segment.domain.SegmentChange.Action;
import io.zugabe.segmentation.segment.domain.SegmentDefinition;
import io.zugabe.segmentation.segment.domain.SegmentState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes drafts. */
@Singleton
public class UpdateSegment {

    private final SegmentStore store;
    private final BuiltInSegments builtIn;
    private final CheckDefinition check;
    private final Clock clock;

    UpdateSegment(SegmentStore store, BuiltInSegments builtIn, CheckDefinition check, Clock clock) {
        this.store = store;
        this.builtIn = builtIn;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Changes a segment's draft, or makes one.
     *
     * @param change of the definition that there is
     * @param etag of the segment that was read
     */
    public Uni<Segment> update(
            String segmentId,
            UnaryOperator<SegmentDefinition> change,
            String etag,
            boolean validateOnly,
            Caller caller) {
        SegmentFailures.refuseBuiltIn(builtIn, segmentId);
        return store.change(
                segmentId,
                state -> Uni.createFrom().item(() -> {
                    SegmentState before = SegmentFailures.existing(state, segmentId);
                    SegmentFailures.requireEtag(before, etag);
                    return decide(before, change, validateOnly, caller);
                }));
    }

    private Write<Segment> decide(
            SegmentState before, UnaryOperator<SegmentDefinition> change, boolean validateOnly, Caller caller) {
        SegmentDefinition present = before.latest().orElseThrow();
        SegmentDefinition definition = change.apply(present);
        check.check(definition);
        if (definition.equals(present) && before.draft().isPresent() && !before.archived()) {
            return Write.nothing(new Segment.Own(before));
        }
        Instant now = clock.instant();
        SegmentState after = before.drafted(definition, caller.actor(), now);
        int version = after.draft().orElseThrow().number();
        return validateOnly
                ? Write.nothing(new Segment.Own(after))
                : new Write<>(
                        Optional.of(after),
                        List.of(caller.did(Action.UPDATED, before.id(), version, now, "")),
                        false,
                        new Segment.Own(after));
    }
}
