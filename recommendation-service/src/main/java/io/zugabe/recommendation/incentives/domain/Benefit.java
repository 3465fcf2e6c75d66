package io.zugabe.recommendation.incentives.domain;

/** How much an incentive gives. */
public sealed interface Benefit {

    /** Of the price, or of what shipping costs. */
    record Percent(int percent) implements Benefit {}

    /** Off the price of one unit, in micros. */
    record Amount(long micros) implements Benefit {}

    /** Loyalty points. */
    record Points(long points) implements Benefit {}

    /** Another product. */
    record Gift(String product) implements Benefit {}
}
