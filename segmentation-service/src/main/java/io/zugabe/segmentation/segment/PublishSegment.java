package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.segment.SegmentStore.Write;
import io.zugabe.segmentation.segment.domain.ConditionCompiler;
import io.zugabe.segmentation.segment.domain.ConditionFault;
import io.zugabe.segmentation.segment.domain.SegmentBook;
import io.zugabe.segmentation.segment.domain.SegmentChange.Action;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts drafts in force. */
@Singleton
public class PublishSegment {

    private final SegmentStore store;
    private final BuiltInSegments builtIn;
    private final ConditionCompiler compiler;
    private final FollowRules followRules;
    private final Clock clock;

    PublishSegment(
            SegmentStore store,
            BuiltInSegments builtIn,
            ConditionCompiler compiler,
            FollowRules followRules,
            Clock clock) {
        this.store = store;
        this.builtIn = builtIn;
        this.compiler = compiler;
        this.followRules = followRules;
        this.clock = clock;
    }

    /**
     * Publishes a draft; done when it counts in this replica. Changes nothing if it is in force.
     *
     * @param version 0 for the draft
     * @param etag empty for whichever is present
     */
    public Uni<Segment> publish(String segmentId, int version, String etag, Caller caller) {
        SegmentFailures.refuseBuiltIn(builtIn, segmentId);
        return store.inForce()
                .map(List::size)
                .chain(inForce -> store.change(
                        segmentId,
                        state -> Uni.createFrom()
                                .item(() -> decide(
                                        SegmentFailures.existing(state, segmentId), version, etag, inForce, caller))))
                .call(followRules::catchUp);
    }

    private Write<Segment> decide(SegmentState before, int version, String etag, int inForce, Caller caller) {
        if (isInForce(before, version)) {
            return Write.nothing(new Segment.Own(before));
        }
        SegmentFailures.requireEtag(before, etag);
        SegmentVersion draft = before.draft()
                .filter(each -> version == 0 || each.number() == version)
                .orElseThrow(() -> SegmentFailures.of(
                        SegmentationReason.SEGMENT_HAS_NO_DRAFT,
                        "the segment has no draft" + (version == 0 ? "" : " of version " + version),
                        before.id()));
        requireCompiling(draft);
        requireRoom(before, inForce);
        Instant now = clock.instant();
        SegmentState after = before.published(now);
        String detail = before.inForce()
                .map(each -> "in place of version " + each.number())
                .orElse("for the first time");
        return new Write<>(
                Optional.of(after),
                List.of(caller.did(Action.PUBLISHED, before.id(), draft.number(), now, detail)),
                true,
                new Segment.Own(after));
    }

    private static boolean isInForce(SegmentState state, int version) {
        return state.inForce()
                .filter(each -> version == 0 ? state.draft().isEmpty() : each.number() == version)
                .isPresent();
    }

    private void requireCompiling(SegmentVersion draft) {
        try {
            compiler.compile(draft.definition().expression()).impossible().ifPresent(fault -> {
                throw new ConditionFault(fault);
            });
        } catch (ConditionFault fault) {
            throw SegmentFailures.of(
                    SegmentationReason.SEGMENT_DOES_NOT_COMPILE,
                    "the draft is no longer valid: " + fault.fault(),
                    draft.definition().id());
        }
    }

    private void requireRoom(SegmentState before, int inForce) {
        int all = inForce + builtIn.versions().size();
        if (before.inForce().isEmpty() && all >= SegmentBook.MOST_IN_FORCE) {
            throw SegmentFailures.of(
                    SegmentationReason.TOO_MANY_SEGMENTS,
                    all + " segments are in force; archive one before another can be",
                    before.id());
        }
    }
}
