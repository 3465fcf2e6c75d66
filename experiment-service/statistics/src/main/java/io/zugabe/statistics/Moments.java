package io.zugabe.statistics;

import java.util.Arrays;

/**
 * Sums of some variables over the units of one arm, and of their products: all that is ever kept of a metric. They add
 * up over days, segments and replicas, so a result costs the same at a thousand units and at a hundred million.
 */
public final class Moments {

    private final long units;
    private final double[] sums;
    private final double[] products;
    private final boolean[] binary;

    private Moments(long units, double[] sums, double[] products, boolean[] binary) {
        this.units = units;
        this.sums = sums;
        this.products = products;
        this.binary = binary;
    }

    /**
     * One variable that may be any number.
     *
     * @param units at least 0
     * @param sumOfSquares not less than {@code sum² / units}, up to rounding
     */
    public static Moments ofMean(long units, double sum, double sumOfSquares) {
        return of(units, new double[] {sum}, new double[] {sumOfSquares}, new boolean[1]);
    }

    /** One variable that is 0 or 1; {@code ones} of the units have 1. */
    public static Moments ofProportion(long units, double ones) {
        return of(units, new double[] {ones}, new double[] {ones}, new boolean[] {true});
    }

    /**
     * Several variables of the same units.
     *
     * @param sums of each variable
     * @param products of each pair of variables, row by row; symmetric, squares on the diagonal
     * @param binary which variables are 0 or 1. The variance of such a one is {@code p (1 − p)}, of others that of a
     *     sample (divided by {@code n − 1})
     * @throws IllegalArgumentException if lengths do not go together, or something is negative or not finite that
     *     cannot be
     */
    public static Moments of(long units, double[] sums, double[] products, boolean[] binary) {
        int k = sums.length;
        if (units < 0 || products.length != k * k || binary.length != k) {
            throw new IllegalArgumentException(
                    "units must be at least 0, and for %d sums there are %d products and %d marks; got %d, %d, %d"
                            .formatted(k, k * k, k, units, products.length, binary.length));
        }
        for (int i = 0; i < k; i++) {
            if (!Double.isFinite(sums[i]) || !(products[i * k + i] >= 0)) {
                throw new IllegalArgumentException(
                        "variable %d: a sum must be finite and a sum of squares not negative; got %s and %s"
                                .formatted(i, sums[i], products[i * k + i]));
            }
        }
        return new Moments(units, sums.clone(), products.clone(), binary.clone());
    }

    /** These and those of other units. */
    public Moments plus(Moments others) {
        if (!Arrays.equals(binary, others.binary)) {
            throw new IllegalArgumentException("sums of different variables cannot be added");
        }
        return new Moments(
                units + others.units, added(sums, others.sums), added(products, others.products), binary.clone());
    }

    public long units() {
        return units;
    }

    public int variables() {
        return sums.length;
    }

    public double sum(int variable) {
        return sums[variable];
    }

    /** The mean; 0 without units. */
    public double mean(int variable) {
        return units == 0 ? 0 : sums[variable] / units;
    }

    public double variance(int variable) {
        return covariance(variable, variable);
    }

    /** The covariance of two variables; 0 with fewer than two units. */
    public double covariance(int one, int other) {
        if (units <= 1) {
            return 0;
        }
        double centred = products[one * sums.length + other] - sums[one] * sums[other] / units;
        return centred / (binary[one] && binary[other] ? units : units - 1);
    }

    /** The variance of a weighted sum of the variables, {@code ∇ᵀ Σ ∇}: the delta method. */
    double variance(double[] gradient) {
        return covariance(gradient, gradient);
    }

    /** The covariance of two weighted sums of the variables. */
    double covariance(double[] gradient, double[] other) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < other.length; j++) {
                if (gradient[i] != 0 && other[j] != 0) {
                    sum += gradient[i] * other[j] * covariance(i, j);
                }
            }
        }
        return sum;
    }

    private static double[] added(double[] one, double[] other) {
        double[] sum = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            sum[i] = one[i] + other[i];
        }
        return sum;
    }
}
