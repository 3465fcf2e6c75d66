package io.zugabe.segmentation.value.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussHypergeometricTest {

    @ParameterizedTest
    @ValueSource(doubles = {-1e4, -50, -3, -0.9, -1e-9, 0, 1e-9, 0.3, 0.75, 0.76, 0.9, 0.99, 0.9999, 0.9999999})
    void logarithm_isReproduced(double z) {
        double expected = z == 0 ? 1 : -Math.log1p(-z) / z;
        close(expected, GaussHypergeometric.value(1, 1, 2, z));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1000, -1, 0.2, 0.8, 0.999})
    void power_isReproduced(double z) {
        close(Math.pow(1 - z, -2.3), GaussHypergeometric.value(2.3, 0.7, 0.7, z));
        close(Math.pow(1 - z, 4.5), GaussHypergeometric.value(-4.5, 3, 3, z));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void arcSine_isReproduced(double x) {
        close(Math.asin(x) / x, GaussHypergeometric.value(0.5, 0.5, 1.5, x * x));
    }

    /** Complete elliptic integrals of the first kind, K(m), from Abramowitz and Stegun, table 17.1. */
    @Test
    void ellipticIntegral_isReproduced() {
        close(1.854074677301372 * 2 / Math.PI, GaussHypergeometric.value(0.5, 0.5, 1, 0.5));
        close(2.578092113348173 * 2 / Math.PI, GaussHypergeometric.value(0.5, 0.5, 1, 0.9));
        close(3.695637362989875 * 2 / Math.PI, GaussHypergeometric.value(0.5, 0.5, 1, 0.99));
    }

    @Property(tries = 300)
    void contiguousRelation_holds(
            @ForAll @DoubleRange(min = 0.01, max = 20) double a,
            @ForAll @DoubleRange(min = 0.01, max = 20) double b,
            @ForAll @DoubleRange(min = 0.1, max = 30) double above,
            @ForAll @DoubleRange(min = -20, max = 0.99) double z) {
        double c = Math.max(a, b) + above;
        // Abramowitz and Stegun 15.2.14: (b − a) F + a F(a+) − b F(b+) = 0
        double first = (b - a) * GaussHypergeometric.value(a, b, c, z);
        double second = a * GaussHypergeometric.value(a + 1, b, c, z);
        double third = b * GaussHypergeometric.value(a, b + 1, c, z);
        double scale = Math.abs(first) + Math.abs(second) + Math.abs(third) + 1e-300;
        assertEquals(0, (first + second - third) / scale, 1e-8);
    }

    @Test
    void impossibleArguments_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> GaussHypergeometric.value(1, 1, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> GaussHypergeometric.value(1, 1, -2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> GaussHypergeometric.value(1, 1, 2, Double.NaN));
    }

    private static void close(double expected, double actual) {
        assertEquals(1, actual / expected, 1e-12, () -> actual + " instead of " + expected);
    }
}
