package io.zugabe.segmentation.treatment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Reads versions of the policy. */
@Singleton
public class ReadPolicies {

    private final PolicyStore store;
    private final DefaultPolicy defaultPolicy;

    ReadPolicies(PolicyStore store, DefaultPolicy defaultPolicy) {
        this.store = store;
        this.defaultPolicy = defaultPolicy;
    }

    /** The default. */
    PolicyVersion first() {
        return defaultPolicy.policy();
    }

    /**
     * A version; fails with TREATMENT_POLICY_NOT_FOUND.
     *
     * @param version 0 for the one in force
     */
    public Uni<PolicyVersion> find(int version) {
        if (version == PolicyVersion.DEFAULT) {
            return Uni.createFrom().item(first());
        }
        return version == 0
                ? store.latest().map(latest -> latest.orElseGet(this::first))
                : store.find(version).map(found -> found.orElseThrow(() -> PolicyFailures.notFound(version)));
    }

    /** Versions before one, newest first; the default comes last. */
    public Uni<List<PolicyVersion>> before(int version, int most) {
        return store.before(version, most)
                .map(versions -> version <= PolicyVersion.DEFAULT
                        ? versions
                        : Stream.concat(versions.stream(), Stream.of(first()))
                                .limit(most)
                                .toList());
    }
}
