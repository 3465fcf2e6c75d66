package io.zugabe.recommendation.incentives.domain;

import java.util.Map;

/**
 * Which leases the promises of one decision are paid from.
 *
 * @param leases numbers by incentive
 */
public record Leased(Map<String, Long> leases) {

    /** Nothing is promised, or nothing that could be redeemed. */
    public static final Leased NOTHING = new Leased(Map.of());

    public Leased {
        leases = Map.copyOf(leases);
    }

    /** A promise with what it is paid from. */
    public Promise pay(Promise promise) {
        return promise.from(leases.getOrDefault(promise.incentive(), 0L));
    }
}
