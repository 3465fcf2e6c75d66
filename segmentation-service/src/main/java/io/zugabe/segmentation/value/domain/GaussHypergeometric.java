package io.zugabe.segmentation.value.domain;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for real parameters and z in (−∞, 1).
 *
 * <p>The power series converges fast only near 0. Negative z goes to [0, 1) by Pfaff's transformation
 * (Abramowitz and Stegun 15.3.4); where the function is singular at 1, Euler's (15.3.3) takes the singular
 * factor off, which also turns the large parameters of customers with many orders into small ones. From
 * {@link #SERIES_UP_TO} on, the function is carried on by Taylor series of its differential equation (15.5.1),
 * each step halving the way to 1: so no choice of parameters is a special case, unlike with the expansions
 * about 1.
 */
public final class GaussHypergeometric {

    private static final double SERIES_UP_TO = 0.75;
    private static final double PRECISION = 1e-17;
    /** Terms that shrink so fast leave a rest of the size of the last one. */
    private static final double SHRINKING = 0.95;

    private static final int MOST_TERMS = 100_000;

    private GaussHypergeometric() {}

    /**
     * 2F1(a, b; c; z), to about 1e-13 of the larger of its value and 1; for negative z, digits are lost as far as a
     * and b are above c.
     *
     * @param c neither 0 nor a negative integer
     * @param z below 1
     */
    public static double value(double a, double b, double c, double z) {
        if (!(z < 1)) {
            throw new IllegalArgumentException("z must be below 1, not " + z);
        }
        if (c <= 0 && c == Math.rint(c)) {
            throw new IllegalArgumentException("c must not be 0 or a negative integer, not " + c);
        }
        if (a == c || b == c) {
            return Math.exp(-(a == c ? b : a) * Math.log1p(-z));
        }
        if (a == 0 || b == 0) {
            return 1;
        }
        if (z < 0) {
            return pfaff(a, b, c, z);
        }
        double atOne = c - a - b;
        return atOne < 0 ? Math.exp(atOne * Math.log1p(-z)) * withinUnit(c - a, c - b, c, z) : withinUnit(a, b, c, z);
    }

    /** Of the two forms, the one whose series has no changing signs, if there is one. */
    private static double pfaff(double a, double b, double c, double z) {
        double first = c >= b && a >= 0 ? a : b;
        double second = c >= b && a >= 0 ? b : a;
        return Math.exp(-first * Math.log1p(-z)) * value(first, c - second, c, z / (z - 1));
    }

    private static double withinUnit(double a, double b, double c, double z) {
        if (z <= SERIES_UP_TO) {
            return series(a, b, c, z);
        }
        double at = SERIES_UP_TO;
        double value = series(a, b, c, at);
        double slope = a * b / c * series(a + 1, b + 1, c + 1, at);
        while (at < z) {
            double step = Math.min(z - at, (1 - at) / 2);
            double[] next = step(a, b, c, at, value, slope, step);
            value = next[0];
            slope = next[1];
            at = step == z - at ? z : at + step;
        }
        return value;
    }

    /** The power series. */
    private static double series(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MOST_TERMS; n++) {
            double ratio = (a + n) / (c + n) * ((b + n) / (n + 1)) * z;
            term *= ratio;
            sum += term;
            if (Math.abs(term) <= PRECISION * Math.abs(sum) && Math.abs(ratio) < SHRINKING) {
                return sum;
            }
        }
        throw new ArithmeticException("no convergence of 2F1(" + a + ", " + b + "; " + c + "; " + z + ")");
    }

    /**
     * Value and slope at {@code at + h}, from the Taylor coefficients that the differential equation gives; each
     * is kept times its power of h, since the coefficients alone overflow near 1.
     */
    private static double[] step(double a, double b, double c, double at, double value, double slope, double h) {
        double leading = at * (1 - at);
        double term = value;
        double next = slope * h;
        double sum = value;
        double slopeSum = 0;
        for (int n = 0; n < MOST_TERMS; n++) {
            sum += next;
            slopeSum += (n + 1) * next;
            if (Math.abs((n + 1) * next) <= PRECISION * Math.min(Math.abs(sum), Math.abs(slopeSum))
                    && Math.abs(next) <= SHRINKING * Math.abs(term)) {
                return new double[] {sum, slopeSum / h};
            }
            double afterNext =
                    ((n + a) * (n + b) * h * h * term - (n + 1) * ((1 - 2 * at) * n + c - (a + b + 1) * at) * h * next)
                            / (leading * (n + 2) * (n + 1));
            term = next;
            next = afterNext;
        }
        throw new ArithmeticException("no convergence of 2F1(" + a + ", " + b + "; " + c + "; " + (at + h) + ")");
    }
}
