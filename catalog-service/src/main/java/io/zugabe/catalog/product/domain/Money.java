package io.zugabe.catalog.product.domain;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param currency ISO 4217 code
 * @param units whole units
 * @param nanos billionths of a unit, −999,999,999 to 999,999,999, of the same sign as units
 */
public record Money(String currency, long units, int nanos) {

    private static final int DIGITS = 9;

    /** An amount of units and parts of a unit down to billionths. */
    public static Money of(String currency, BigDecimal amount) {
        BigDecimal[] parts = amount.divideAndRemainder(BigDecimal.ONE);
        return new Money(
                currency,
                parts[0].longValueExact(),
                parts[1].movePointRight(DIGITS).intValueExact());
    }

    /** The number of units. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(units).add(BigDecimal.valueOf(nanos, DIGITS));
    }

    /** The sum with an amount of the same currency. */
    public Money plus(Money other) {
        return of(currency, amount().add(other.amount()));
    }

    /** The difference to an amount of the same currency; may be negative. */
    public Money minus(Money other) {
        return of(currency, amount().subtract(other.amount()));
    }

    /** The amount for a person: {@code "12.5 EUR"}. */
    public String asText() {
        return amount().stripTrailingZeros().toPlainString() + " " + currency;
    }
}
