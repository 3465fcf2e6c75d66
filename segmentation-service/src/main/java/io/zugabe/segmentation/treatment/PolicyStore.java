package io.zugabe.segmentation.treatment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Where the versions of the policy are kept that replaced the default. */
public interface PolicyStore {

    /** The version in force; empty if the default is. */
    Uni<Optional<PolicyVersion>> latest();

    /** A version; empty if it is not kept. */
    Uni<Optional<PolicyVersion>> find(int version);

    /** Versions before one, newest first. */
    Uni<List<PolicyVersion>> before(int version, int most);

    /**
     * Replaces the policy while nobody else, on whatever replica, changes segments or the policy.
     *
     * @param decide says what to put in force, given what is; empty to write nothing
     * @return what is in force then; empty if that is the default
     */
    Uni<Optional<PolicyVersion>> change(Function<InForce, Uni<Optional<PolicyVersion>>> decide);

    /**
     * What is in force while nobody else can change it.
     *
     * @param policy empty if the default is
     * @param segments ids of all segments, those that came with the service too
     */
    record InForce(Optional<PolicyVersion> policy, Set<String> segments) {}
}
