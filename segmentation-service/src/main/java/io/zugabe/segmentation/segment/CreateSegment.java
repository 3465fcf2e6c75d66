package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.segment.SegmentStore.Write;
import io.zugabe.segmentation.segment.domain.SegmentChange.Action;
import io.zugabe.segmentation.segment.domain.SegmentDefinition;
import io.zugabe.segmentation.segment.domain.SegmentState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates segments as drafts. */
@Singleton
public class CreateSegment {

    private static final long MOST = 500;

    private final SegmentStore store;
    private final BuiltInSegments builtIn;
    private final CheckDefinition check;
    private final Clock clock;

    CreateSegment(SegmentStore store, BuiltInSegments builtIn, CheckDefinition check, Clock clock) {
        this.store = store;
        this.builtIn = builtIn;
        this.check = check;
        this.clock = clock;
    }

    /** Creates a segment. Answers the draft there is if it says the same. */
    public Uni<Segment> create(SegmentDefinition definition, boolean validateOnly, Caller caller) {
        SegmentFailures.refuseBuiltIn(builtIn, definition.id());
        check.check(definition);
        return store.count()
                .chain(count -> store.change(
                        definition.id(),
                        state -> Uni.createFrom().item(() -> decide(definition, state, count, validateOnly, caller))));
    }

    private Write<Segment> decide(
            SegmentDefinition definition,
            Optional<SegmentState> state,
            long count,
            boolean validateOnly,
            Caller caller) {
        if (state.isPresent()) {
            return repeated(definition, state.get());
        }
        if (count >= MOST) {
            throw SegmentFailures.of(
                    SegmentationReason.TOO_MANY_SEGMENTS,
                    "there are " + count + " segments, archived ones included; more than " + MOST + " are not kept",
                    definition.id());
        }
        Instant now = clock.instant();
        SegmentState created = SegmentState.created(definition, caller.actor(), now);
        Segment answer = new Segment.Own(created);
        return validateOnly
                ? Write.nothing(answer)
                : new Write<>(
                        Optional.of(created),
                        List.of(caller.did(Action.CREATED, definition.id(), 1, now, "")),
                        false,
                        answer);
    }

    private static Write<Segment> repeated(SegmentDefinition definition, SegmentState state) {
        boolean same = state.draft()
                .filter(draft -> draft.definition().equals(definition))
                .isPresent();
        if (!same || state.archived()) {
            throw SegmentFailures.of(
                    SegmentationReason.SEGMENT_EXISTS,
                    "there is a segment \"" + definition.id() + "\" already"
                            + (state.archived() ? ", archived; update it to bring it back" : "; update it"),
                    definition.id());
        }
        return Write.nothing(new Segment.Own(state));
    }
}
