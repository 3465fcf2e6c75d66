package io.zugabe.recommendation.incentives;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The leases of this replica: one per incentive. */
@Singleton
public class Leases {

    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final Map<String, Long> wanted = new ConcurrentHashMap<>();

    /** Takes money for a promise; the lease it is from, or null if there is not enough. */
    @Nullable
    Lease take(String incentive, long micros, Instant now) {
        Lease lease = leases.get(incentive);
        if (lease != null && lease.take(micros, now)) {
            return lease;
        }
        wanted.put(incentive, micros);
        return null;
    }

    /** What was last asked for in vain; 0 if there was enough since. */
    long wanted(String incentive) {
        return wanted.getOrDefault(incentive, 0L);
    }

    Optional<Lease> of(String incentive) {
        return Optional.ofNullable(leases.get(incentive));
    }

    void put(String incentive, Lease lease) {
        leases.put(incentive, lease);
        if (lease.has(wanted(incentive))) {
            wanted.remove(incentive);
        }
    }

    Optional<Lease> remove(String incentive) {
        return Optional.ofNullable(leases.remove(incentive));
    }

    Iterable<String> incentives() {
        return leases.keySet();
    }
}
