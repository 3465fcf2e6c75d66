package io.zugabe.segmentation.replenishment.domain;

import io.zugabe.segmentation.statistics.domain.LikelihoodSearch;
import org.hipparchus.special.Gamma;

/** Fits the rates of customers by maximum likelihood: counts over times are negative binomial. */
final class PoissonGammaFit {

    private static final LikelihoodSearch SEARCH = new LikelihoodSearch(1, 20_180_801, 10);
    /** More customers say little more about two parameters. */
    private static final int MOST_CUSTOMERS = 4_000;

    private PoissonGammaFit() {}

    /**
     * The fit.
     *
     * @param counts purchases after the first, by customer
     * @param days from the first purchase until now, above 0, by customer
     */
    static PoissonGamma fit(double[] counts, double[] days) {
        int size = Math.min(counts.length, MOST_CUSTOMERS);
        double purchases = 0;
        double time = 0;
        for (int i = 0; i < size; i++) {
            purchases += counts[i];
            time += days[i];
        }
        double rate = Math.max(purchases, 0.5) / Math.max(time, 1);
        double[] at = SEARCH.maximize(
                        logs -> logLikelihood(logs, counts, days, size),
                        new double[] {0, Math.clamp(-Math.log(rate), -9, 9)})
                .at();
        return new PoissonGamma(Math.exp(at[0]), Math.exp(at[1]));
    }

    private static double logLikelihood(double[] logs, double[] counts, double[] days, int size) {
        double alpha = Math.exp(logs[0]);
        double beta = Math.exp(logs[1]);
        double sum = size * (alpha * logs[1] - Gamma.logGamma(alpha));
        for (int i = 0; i < size; i++) {
            sum += Gamma.logGamma(alpha + counts[i]) - (alpha + counts[i]) * Math.log(beta + days[i]);
        }
        return sum;
    }
}
