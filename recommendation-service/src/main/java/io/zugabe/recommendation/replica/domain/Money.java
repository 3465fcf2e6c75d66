package io.zugabe.recommendation.replica.domain;

/**
 * An amount of money.
 *
 * @param currency ISO 4217 code
 * @param micros millionths of the currency's unit
 */
public record Money(String currency, long micros) {

    public static final long MICROS = 1_000_000;

    /** The amount in the currency's unit, for estimates. */
    public double amount() {
        return (double) micros / MICROS;
    }
}
