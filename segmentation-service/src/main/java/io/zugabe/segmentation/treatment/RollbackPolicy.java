package io.zugabe.segmentation.treatment;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.segment.FollowRules;
import io.zugabe.segmentation.treatment.CompilePolicy.Fault;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts an earlier version of the policy in force again. */
@Singleton
public class RollbackPolicy {

    private final PolicyStore store;
    private final ReadPolicies policies;
    private final CompilePolicy compile;
    private final FollowRules followRules;
    private final Clock clock;

    RollbackPolicy(
            PolicyStore store, ReadPolicies policies, CompilePolicy compile, FollowRules followRules, Clock clock) {
        this.store = store;
        this.policies = policies;
        this.compile = compile;
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
                .chain(earlier -> store.change(
                        before -> Uni.createFrom().item(() -> Optional.of(decide(earlier, before, etag, author)))))
                .call(followRules::catchUp)
                .map(Optional::orElseThrow);
    }

    private PolicyVersion decide(PolicyVersion earlier, PolicyStore.InForce before, String etag, String author) {
        PolicyVersion inForce = before.policy().orElseGet(policies::first);
        requireCompiling(earlier, before.segments());
        PolicyFailures.requireEtag(inForce, etag);
        String note = "As version " + earlier.number() + ".";
        return earlier.as(inForce.number() + 1, note, author, clock.instant());
    }

    private void requireCompiling(PolicyVersion version, Set<String> segments) {
        List<Fault> faults = compile.compile(version, segments).faults();
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
