package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.statistics.domain.LikelihoodSearch;
import java.util.ArrayList;
import java.util.List;

/** Fits the Gamma-Gamma model by maximum likelihood (Fader, Hardie, note 025, equation 1a). */
public final class GammaGammaFit {

    private GammaGammaFit() {}

    /**
     * What a fit found.
     *
     * @param logLikelihood its maximum
     * @param customers those with orders of some value; others say nothing about order values
     * @param determined false if the data leave a parameter open: it then stands at a bound
     * @param root L with L·Lᵀ = covariance of (ln p, ln (q − 1), ln v); zeros if not determined
     */
    public record Result(GammaGamma model, double logLikelihood, long customers, boolean determined, double[][] root) {}

    /**
     * The fit to the customers with orders of some value, at least one. q is sought above 1, since the mean
     * over customers, which every estimate shrinks to, does not exist below.
     */
    public static Result fit(Iterable<SpendHistory> histories) {
        List<SpendHistory> informative = new ArrayList<>();
        histories.forEach(history -> {
            if (history.informative()) {
                informative.add(history);
            }
        });
        if (informative.isEmpty()) {
            throw new IllegalArgumentException("no customer with an order of some value");
        }
        double mean = informative.stream()
                .mapToDouble(SpendHistory::average)
                .average()
                .orElseThrow();
        double[] guess = {Math.log(4), Math.log(2), Math.log(mean / 2)};
        // amounts may be large in some currencies: v is as large as they are
        LikelihoodSearch search = new LikelihoodSearch(3, 20_130_201, 12 + Math.abs(Math.log(mean)));
        LikelihoodSearch.Maximum maximum = search.maximize(logs -> logLikelihood(model(logs), informative), guess);
        return new Result(
                model(maximum.at()), maximum.value(), informative.size(), maximum.determined(), maximum.root());
    }

    /** A model of (ln p, ln (q − 1), ln v). */
    static GammaGamma model(double[] logs) {
        return new GammaGamma(Math.exp(logs[0]), 1 + Math.max(1e-9, Math.exp(logs[1])), Math.exp(logs[2]));
    }

    private static double logLikelihood(GammaGamma model, List<SpendHistory> histories) {
        double sum = 0;
        for (SpendHistory history : histories) {
            sum += model.logLikelihood(history);
        }
        return sum;
    }
}
