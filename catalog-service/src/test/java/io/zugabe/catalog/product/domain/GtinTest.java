package io.zugabe.catalog.product.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GtinTest {

    /** The examples of the GS1 General Specifications. */
    @Test
    void gtin_ofEveryLength_isValid() {
        assertTrue(Gtin.isValid("4006381333931"));
        assertTrue(Gtin.isValid("73513537"));
        assertTrue(Gtin.isValid("614141000036"));
        assertTrue(Gtin.isValid("10614141000415"));
        assertFalse(Gtin.isValid("4006381333932"));
        assertFalse(Gtin.isValid("400638133393"));
        assertFalse(Gtin.isValid(""));
        assertFalse(Gtin.isValid("400638133393a"));
        assertEquals("00000073513537", Gtin.padded("73513537"));
    }

    @Property
    void gtin_withOneDigitChanged_isInvalid(
            @ForAll @IntRange(max = 12) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder changed = new StringBuilder("4006381333931");
        changed.setCharAt(place, (char) ('0' + (changed.charAt(place) - '0' + by) % 10));
        assertFalse(Gtin.isValid(changed.toString()));
    }
}
