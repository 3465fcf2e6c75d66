package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.segment.SegmentStore.Write;
import io.zugabe.segmentation.segment.domain.SegmentChange.Action;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes segments out of force and out of lists. */
@Singleton
public class ArchiveSegment {

    private final SegmentStore store;
    private final BuiltInSegments builtIn;
    private final SegmentUse use;
    private final FollowRules followRules;
    private final Clock clock;

    ArchiveSegment(SegmentStore store, BuiltInSegments builtIn, SegmentUse use, FollowRules followRules, Clock clock) {
        this.store = store;
        this.builtIn = builtIn;
        this.use = use;
        this.followRules = followRules;
        this.clock = clock;
    }

    /**
     * Archives a segment; done when that counts in this replica.
     *
     * @param etag empty for whichever is present
     */
    public Uni<Segment> archive(String segmentId, String etag, Caller caller) {
        SegmentFailures.refuseBuiltIn(builtIn, segmentId);
        return store.change(
                        segmentId,
                        state -> use.rulesAskingFor(segmentId)
                                .map(rules -> decide(SegmentFailures.existing(state, segmentId), etag, rules, caller)))
                .call(followRules::catchUp);
    }

    private Write<Segment> decide(SegmentState before, String etag, List<String> rules, Caller caller) {
        if (before.archived()) {
            return Write.nothing(new Segment.Own(before));
        }
        SegmentFailures.requireEtag(before, etag);
        SegmentFailures.refuseUsed(before.id(), rules);
        Instant now = clock.instant();
        int version = before.inForce().map(SegmentVersion::number).orElse(0);
        SegmentState after = before.archived(caller.actor(), now);
        return new Write<>(
                Optional.of(after),
                List.of(caller.did(Action.ARCHIVED, before.id(), version, now, "")),
                before.inForce().isPresent(),
                new Segment.Own(after));
    }
}
