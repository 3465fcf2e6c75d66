package io.zugabe.statistics;

/** A ratio of two means and its partial derivatives by them. */
record Ratio(int numerator, int denominator, double value, double byNumerator, double byDenominator) {

    static Ratio of(Moments moments, int numerator, int denominator) {
        double d = moments.mean(denominator);
        double m = moments.mean(numerator);
        return d == 0
                ? new Ratio(numerator, denominator, 0, 0, 0)
                : new Ratio(numerator, denominator, m / d, 1 / d, -m / (d * d));
    }

    /** The derivatives by all of so many variables. */
    double[] gradient(int variables) {
        double[] gradient = new double[variables];
        gradient[numerator] = byNumerator;
        gradient[denominator] = byDenominator;
        return gradient;
    }
}
