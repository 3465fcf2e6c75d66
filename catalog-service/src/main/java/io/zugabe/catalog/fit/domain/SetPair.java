package io.zugabe.catalog.fit.domain;

import java.util.List;

/**
 * What is said about two products of a set.
 *
 * @param host id of the host
 * @param part id of the part
 * @param limits not empty if the verdict is FITS_WITH_LIMITS
 * @param liftedBy type of a product that makes up for a misfit; empty if none does, or for other verdicts
 * @param remaining limits that remain where such a product makes up for a misfit
 */
public record SetPair(
        String host, String part, Verdict verdict, List<Limit> limits, String liftedBy, List<Limit> remaining) {

    public SetPair {
        limits = List.copyOf(limits);
        remaining = List.copyOf(remaining);
    }

    public SetPair(String host, String part, Verdict verdict, List<Limit> limits) {
        this(host, part, verdict, limits, "", List.of());
    }

    boolean has(String product) {
        return host.equals(product) || part.equals(product);
    }

    boolean isOf(String one, String other) {
        return has(one) && has(other);
    }

    /** The pair with some limits only; without any it fits. */
    SetPair with(List<Limit> left) {
        return new SetPair(host, part, left.isEmpty() ? Verdict.FITS : Verdict.FITS_WITH_LIMITS, left);
    }
}
