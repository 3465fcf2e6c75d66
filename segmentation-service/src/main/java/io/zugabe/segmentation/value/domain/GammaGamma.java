package io.zugabe.segmentation.value.domain;

import org.hipparchus.special.Gamma;

/**
 * The Gamma-Gamma model of spend per order (Fader, Hardie: "The Gamma-Gamma Model of Monetary Value", note
 * 025, 2013). A customer's orders scatter about their mean by a gamma distribution of shape p; its rate varies
 * over customers by a gamma distribution (q, v). Amounts are in the shop's currency.
 *
 * @param p shape of a customer's orders, above 0
 * @param q shape over customers, above 1: the mean over customers exists only then
 * @param v inverse scale over customers, above 0
 */
public record GammaGamma(double p, double q, double v) {

    public GammaGamma {
        if (!(p > 0) || !(q > 1) || !(v > 0)) {
            throw new IllegalArgumentException("p and v must be above 0 and q above 1: " + p + ", " + q + ", " + v);
        }
    }

    /** Mean order value over all customers, p·v / (q − 1). */
    public double populationMean() {
        return p * v / (q - 1);
    }

    /**
     * Expected mean order value of a customer (equation 5): a mean of their own average and the population's,
     * weighted by how many orders are known.
     */
    public double expectedAverage(SpendHistory spend) {
        return p * (v + spend.orders() * spend.average()) / (p * spend.orders() + q - 1);
    }

    /** ln of the density of a customer's average order (equation 1a); orders and average above 0. */
    double logLikelihood(SpendHistory spend) {
        double shape = p * spend.orders();
        return Gamma.logGamma(shape + q)
                - Gamma.logGamma(shape)
                - Gamma.logGamma(q)
                + q * Math.log(v)
                + (shape - 1) * Math.log(spend.average())
                + shape * Math.log(spend.orders())
                - (shape + q) * Math.log(spend.orders() * spend.average() + v);
    }
}
