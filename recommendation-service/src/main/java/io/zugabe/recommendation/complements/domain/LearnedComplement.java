package io.zugabe.recommendation.complements.domain;

import io.zugabe.recommendation.moment.domain.Wilson;
import java.util.Map;

/**
 * A group of products that customers buy with those of another group or after them.
 *
 * @param grouping what the groups are
 * @param from what is complemented: a type, or a category as a path
 * @param to what complements it
 * @param both customers who bought of both, the complement with the other or within half a year after it
 * @param fromCustomers customers who bought of what is complemented
 * @param toCustomers customers who bought of the complement
 * @param customers number of all customers
 * @param products the complement's products that these customers bought, most first: number, customers
 */
public record LearnedComplement(
        Grouping grouping,
        String from,
        String to,
        int both,
        int fromCustomers,
        int toCustomers,
        int customers,
        int[] products) {

    /** Fewer customers may be chance. */
    static final int LEAST_CUSTOMERS = 5;

    /** It must be bought at least so many times as often as by anybody, with 95 % confidence. */
    static final double LEAST_LIFT = 1.5;

    /** Number of customers that "no connection" weighs as much as. */
    private static final double PRIOR = 20;

    /** What groups of products are. */
    public enum Grouping {
        TYPE,
        CATEGORY
    }

    /** Share of the customers, at least, with 95 % confidence (Wilson). */
    public double lowerConfidence() {
        return Wilson.lower(both, fromCustomers);
    }

    /** How many times as often as by anybody, drawn towards 1 the less is known. */
    public double shrunkLift() {
        double share = share();
        return (both + PRIOR * share) / (fromCustomers + PRIOR) / share;
    }

    /** How many times as often as by anybody, at least, with 95 % confidence. */
    public double lowerLift() {
        return lowerConfidence() / share();
    }

    boolean holds() {
        return both >= LEAST_CUSTOMERS && lowerLift() >= LEAST_LIFT;
    }

    /** Names it, as evidence does. */
    public String id() {
        return "learned-complement/" + from + ">" + to;
    }

    public Map<String, Double> numbers() {
        return Map.of(
                "customers_both",
                (double) both,
                "customers_anchor",
                (double) fromCustomers,
                "customers_candidate",
                (double) toCustomers,
                "customers_total",
                (double) customers,
                "confidence",
                (double) both / fromCustomers,
                "confidence_lower",
                lowerConfidence(),
                "lift",
                shrunkLift(),
                "lift_lower",
                lowerLift());
    }

    private double share() {
        return (double) toCustomers / customers;
    }
}
