package io.zugabe.catalog.product.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void sumsAndDifferences_carryBetweenUnitsAndNanos() {
        assertEquals(eur(3, 100_000_000), eur(1, 600_000_000).plus(eur(1, 500_000_000)));
        assertEquals(eur(0, 900_000_000), eur(2, 500_000_000).minus(eur(1, 600_000_000)));
    }

    @Test
    void negativeDifference_hasOneSign() {
        assertEquals(eur(-1, -400_000_000), eur(1, 600_000_000).minus(eur(3, 0)));
        assertEquals(eur(0, -1), eur(1, 0).minus(eur(1, 1)));
        assertEquals("-1.4 EUR", eur(-1, -400_000_000).asText());
    }

    private static Money eur(long units, int nanos) {
        return new Money("EUR", units, nanos);
    }
}
