package io.zugabe.recommendation.replica.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What goes with what because a person said so.
 *
 * @param need empty: the complement's type
 * @param delay how long after the purchase to offer it; zero with {@link Timing#BEFORE}
 * @param strength how strongly the complement is wanted, in (0, 1]
 * @param reason why, for the customer; may be empty
 * @param bundle with {@link Terms.Kind#BUNDLE}: its terms; empty if its price is not in the shop's currency
 */
public record Relation(
        String id,
        Selector anchor,
        Selector complement,
        String need,
        Timing timing,
        Duration delay,
        double strength,
        Origin origin,
        LocalizedText reason,
        Terms terms,
        Optional<Bundle> bundle) {

    /** A relation that is no bundle. */
    public Relation(
            String id,
            Selector anchor,
            Selector complement,
            String need,
            Timing timing,
            Duration delay,
            double strength,
            Origin origin,
            LocalizedText reason,
            Terms terms) {
        this(id, anchor, complement, need, timing, delay, strength, origin, reason, terms, Optional.empty());
    }

    /**
     * What a bundle consists of besides anchor and complement, and what all of it costs.
     *
     * @param further ids of its other products, one unit each
     */
    public record Bundle(List<String> further, Money price) {
        public Bundle {
            further = List.copyOf(further);
        }
    }

    /** When a complement is offered. */
    public enum Timing {
        /** Needed at once: with the purchase or before it. */
        BEFORE,
        /** Appreciated only in use: after the purchase. */
        AFTER
    }

    /** Who stated a relation. */
    public enum Origin {
        MERCHANDISER,
        SUPPLIER
    }

    /** The need that a complement of this relation serves. */
    public String needFor(Product product) {
        return needFor(product.type());
    }

    /** The need that complements of a type serve. */
    String needFor(TypePath type) {
        return need.isEmpty() ? type.type() : need;
    }
}
