package io.zugabe.segmentation.treatment;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.segment.CurrentSegments;
import io.zugabe.segmentation.segment.FollowRules;
import io.zugabe.segmentation.treatment.CompilePolicy.Fault;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an earlier version of the policy in force again. */
@Singleton
public class RollbackPolicy {

    private final PolicyStore store;
    private final ReadPolicies policies;
    private final CompilePolicy compile;
    private final CurrentSegments segments;
    private final FollowRules followRules;
    private final Clock clock;

    RollbackPolicy(
            PolicyStore store,
            ReadPolicies policies,
            CompilePolicy compile,
            CurrentSegments segments,
            FollowRules followRules,
            Clock clock) {
        this.store = store;
        this.policies = policies;
        this.compile = compile;
        this.segments = segments;
        this.followRules = followRules;
        this.clock = clock;
    }

    /**
     * Puts what a version said in force as a new version; done when it counts in this replica.
     *
     * @param etag of the policy in force that was read
     */
    public Uni<PolicyVersion> rollBack(int version, String etag, String author) {
        return policies.find(version)
                .invoke(this::requireCompiling)
                .chain(earlier -> store.change(
                        latest -> Uni.createFrom().item(() -> Optional.of(decide(earlier, latest, etag, author)))))
                .call(followRules::catchUp)
                .map(Optional::orElseThrow);
    }

    private PolicyVersion decide(PolicyVersion earlier, Optional<PolicyVersion> latest, String etag, String author) {
        PolicyVersion inForce = latest.orElseGet(policies::first);
        PolicyFailures.requireEtag(inForce, etag);
        String note = "As version " + earlier.number() + ".";
        return earlier.as(inForce.number() + 1, note, author, clock.instant());
    }

    private void requireCompiling(PolicyVersion version) {
        List<Fault> faults = compile.compile(version, segments.book().ids()).faults();
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw ZugabeException.of(
                    SegmentationReason.TREATMENT_POLICY_DOES_NOT_COMPILE,
                    "version " + version.number() + " cannot be any more: " + first.field() + ": "
                            + first.description(),
                    Map.of("version", Integer.toString(version.number()), "field", first.field()));
        }
    }
}
