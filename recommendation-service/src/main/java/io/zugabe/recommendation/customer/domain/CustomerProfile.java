package io.zugabe.recommendation.customer.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the log says about a customer, as far as decisions read it.
 *
 * @param version 0 if nothing is known
 * @param openCase whether a service case is open
 * @param caseResolved whether a case was ever solved
 * @param interest whether interest in an offer was signalled with the latest solved case
 * @param consents by purpose
 * @param owned what was bought and kept, latest first
 * @param recent what was looked at or put in the cart, latest first
 */
public record CustomerProfile(
        long version,
        boolean openCase,
        boolean caseResolved,
        boolean interest,
        Map<String, Boolean> consents,
        List<Owned> owned,
        List<String> recent) {

    /** Nothing known. */
    public static final CustomerProfile EMPTY =
            new CustomerProfile(0, false, false, false, Map.of(), List.of(), List.of());

    public CustomerProfile {
        consents = Map.copyOf(consents);
        owned = List.copyOf(owned);
        recent = List.copyOf(recent);
    }

    /** A product that was bought and not sent back; when it was last bought. */
    public record Owned(String productId, Instant time) {}
}
