package io.zugabe.segmentation.crossbuyer.domain;

/**
 * What a customer's months say about one trait: how likely they are, given the customer's true value of
 * the trait. These are quasi-likelihoods (McCullagh and Nelder, Generalized Linear Models, 2nd ed., ch. 9):
 * the number of cases, units or orders is divided by a dispersion learned from how much customers vary
 * from quarter to quarter, so that what comes in clusters counts as less evidence.
 */
public sealed interface Measurement {

    /** Logarithm of the likelihood of a value of the trait, up to a constant; finite within the trait's grid. */
    double logLikelihood(double value, double spread);

    /** Whether the likelihood depends on nothing. */
    boolean empty();

    /** What the months show without any shrinkage; not a number if they show nothing. */
    double observed();

    /**
     * Cost as a multiple of the margin it is set against: quasi-Poisson. The evidence is the number of
     * cases, not their cost: one dear case says as little about the next as one cheap case.
     *
     * @param cases number of cases over their dispersion
     * @param rate cost / exposure; 0 if there was no case
     * @param expectedCases what the exposure would bring, over their dispersion, at a rate of 1
     */
    record Rate(double cases, double rate, double expectedCases) implements Measurement {

        @Override
        public double logLikelihood(double value, double spread) {
            return cases > 0 ? cases * (Math.log(value) - value / rate) : -value * expectedCases;
        }

        @Override
        public boolean empty() {
            return cases <= 0 && expectedCases <= 0;
        }

        @Override
        public double observed() {
            return empty() ? Double.NaN : rate;
        }
    }

    /**
     * A share: quasi-binomial, which holds for any fraction (Papke and Wooldridge, Journal of Applied
     * Econometrics 11, 1996).
     *
     * @param share in [0, 1]
     * @param trials number of units or orders over their dispersion
     */
    record Share(double share, double trials) implements Measurement {

        @Override
        public double logLikelihood(double value, double spread) {
            return trials * (share * Math.log(value) + (1 - share) * Math.log1p(-value));
        }

        @Override
        public boolean empty() {
            return trials <= 0;
        }

        @Override
        public double observed() {
            return empty() ? Double.NaN : share;
        }
    }

    /**
     * The slope of log spend over log number of categories, with the intercept integrated out: normal
     * regression, restricted likelihood (Harville, JASA 72, 1977). The spread is the residual's deviation,
     * each customer's own: a fixed budget shows by its even spend as much as by the slope.
     *
     * @param periods number of months
     * @param xx sum of squares of the log number of categories about its mean
     * @param xy sum of products
     * @param yy sum of squares of log spend
     */
    record Slope(int periods, double xx, double xy, double yy) implements Measurement {

        @Override
        public double logLikelihood(double value, double spread) {
            double elasticity = 1 - value;
            double squares = yy - 2 * elasticity * xy + elasticity * elasticity * xx;
            return -(periods - 1) * Math.log(spread) - squares / (2 * spread * spread);
        }

        @Override
        public boolean empty() {
            return periods < 2 || xx <= 0;
        }

        @Override
        public double observed() {
            return empty() ? Double.NaN : 1 - xy / xx;
        }
    }
}
