package io.zugabe.catalog.fit.domain;

import java.util.List;

/**
 * What is said about two products of a set.
 *
 * @param host id of the host
 * @param part id of the part
 * @param limits not empty if the verdict is FITS_WITH_LIMITS
 */
public record SetPair(String host, String part, Verdict verdict, List<Limit> limits) {

    public SetPair {
        limits = List.copyOf(limits);
    }

    boolean has(String product) {
        return host.equals(product) || part.equals(product);
    }

    boolean isOf(String one, String other) {
        return has(one) && has(other);
    }

    /** The pair with fewer limits; without any it fits. */
    SetPair with(List<Limit> remaining) {
        return new SetPair(host, part, remaining.isEmpty() ? Verdict.FITS : verdict, remaining);
    }
}
