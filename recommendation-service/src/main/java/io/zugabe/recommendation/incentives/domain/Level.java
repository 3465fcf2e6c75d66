package io.zugabe.recommendation.incentives.domain;

/**
 * A level of an incentive.
 *
 * @param number from 1
 * @param expectedUplift by which share it is assumed to raise acceptance, 0 or more
 */
public record Level(int number, Benefit benefit, double expectedUplift) {

    /** Deliberately none: what levels are compared with. */
    public static final int CONTROL = 0;
}
