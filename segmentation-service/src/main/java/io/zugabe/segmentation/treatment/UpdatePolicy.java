package io.zugabe.segmentation.treatment;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.segment.FollowRules;
import io.zugabe.segmentation.treatment.CompilePolicy.Fault;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Replaces the policy. */
@Singleton
public class UpdatePolicy {

    private final PolicyStore store;
    private final DefaultPolicy defaultPolicy;
    private final CompilePolicy compile;
    private final FollowRules followRules;
    private final Clock clock;

    UpdatePolicy(
            PolicyStore store,
            DefaultPolicy defaultPolicy,
            CompilePolicy compile,
            FollowRules followRules,
            Clock clock) {
        this.store = store;
        this.defaultPolicy = defaultPolicy;
        this.compile = compile;
        this.followRules = followRules;
        this.clock = clock;
    }

    /**
     * Puts a policy in force; done when it counts in this replica.
     *
     * @param policy its number, author and time do not matter
     * @param etag of the policy in force that was read
     */
    public Uni<PolicyVersion> update(PolicyVersion policy, String etag, boolean validateOnly, String author) {
        return store.change(before -> Uni.createFrom()
                        .item(() -> decide(policy, before, etag, author))
                        .map(next -> validateOnly ? Optional.empty() : next))
                .call(followRules::catchUp)
                .map(inForce -> validateOnly ? policy : inForce.orElseGet(defaultPolicy::policy));
    }

    private Optional<PolicyVersion> decide(
            PolicyVersion policy, PolicyStore.InForce before, String etag, String author) {
        PolicyVersion inForce = before.policy().orElseGet(defaultPolicy::policy);
        requireCompiling(policy, before.segments());
        if (policy.decidesLike(inForce)) {
            return Optional.empty();
        }
        PolicyFailures.requireEtag(inForce, etag);
        return Optional.of(policy.as(inForce.number() + 1, policy.note(), author, clock.instant()));
    }

    private void requireCompiling(PolicyVersion policy, Set<String> segments) {
        List<Fault> faults = compile.compile(policy, segments).faults();
        Violations violations = Violations.ofRequest();
        faults.forEach(fault -> violations.add("policy." + fault.field(), fault.description()));
        violations.throwIfAny();
    }
}
