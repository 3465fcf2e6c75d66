package io.zugabe.catalog.product.domain;

/**
 * An amount of money.
 *
 * @param currency ISO 4217 code
 * @param units whole units
 * @param nanos billionths of a unit, 0 to 999,999,999
 */
public record Money(String currency, long units, int nanos) {}
