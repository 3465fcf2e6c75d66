package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.segment.SegmentStore.Write;
import io.zugabe.segmentation.segment.domain.SegmentChange.Action;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes versions in force back. */
@Singleton
public class RollbackSegment {

    private final SegmentStore store;
    private final BuiltInSegments builtIn;
    private final SegmentUse use;
    private final FollowRules followRules;
    private final Clock clock;

    RollbackSegment(SegmentStore store, BuiltInSegments builtIn, SegmentUse use, FollowRules followRules, Clock clock) {
        this.store = store;
        this.builtIn = builtIn;
        this.use = use;
        this.followRules = followRules;
        this.clock = clock;
    }

    /** Takes a version back, which must be in force; done when that counts in this replica. */
    public Uni<Segment> rollBack(String segmentId, int version, Caller caller) {
        SegmentFailures.refuseBuiltIn(builtIn, segmentId);
        return store.change(
                        segmentId,
                        state -> use.rulesAskingFor(segmentId)
                                .map(rules ->
                                        decide(SegmentFailures.existing(state, segmentId), version, rules, caller)))
                .call(followRules::catchUp);
    }

    private Write<Segment> decide(SegmentState before, int version, List<String> rules, Caller caller) {
        if (before.inForce().filter(each -> each.number() == version).isEmpty()) {
            String there = before.inForce()
                    .map(each -> "version " + each.number() + " is")
                    .orElse("no version is");
            throw SegmentFailures.of(
                    SegmentationReason.SEGMENT_NOT_IN_FORCE,
                    "version " + version + " is not in force, " + there,
                    before.id());
        }
        if (before.replaced().isEmpty()) {
            SegmentFailures.refuseUsed(before.id(), rules);
        }
        Instant now = clock.instant();
        SegmentState after = before.rolledBack(now);
        String detail = after.inForce()
                .map(SegmentVersion::number)
                .map(number -> "version " + number + " is in force again")
                .orElse("none is in force");
        return new Write<>(
                Optional.of(after),
                List.of(caller.did(Action.ROLLED_BACK, before.id(), version, now, detail)),
                true,
                new Segment.Own(after));
    }
}
