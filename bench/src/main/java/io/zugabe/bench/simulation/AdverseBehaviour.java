package io.zugabe.bench.simulation;

/** The four persistent behaviours of unprofitable cross-buyers (Shah, Kumar, Qu, Chen 2012). */
public enum AdverseBehaviour {
    SERVICE_DEMANDING,
    REVENUE_REVERSING,
    PROMOTION_MAXIMIZING,
    SPENDING_LIMITING
}
