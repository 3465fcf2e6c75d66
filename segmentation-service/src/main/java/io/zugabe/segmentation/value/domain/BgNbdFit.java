package io.zugabe.segmentation.value.domain;

import io.zugabe.segmentation.statistics.domain.LikelihoodSearch;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * Fits BG/NBD by maximum likelihood (Fader, Hardie, Lee 2005, equation 6), in logarithms throughout. Equal
 * histories are evaluated once, and what depends on x alone once for each x.
 */
public final class BgNbdFit {

    /** Beyond this, ln(1 + e^y) is y to the last digit. */
    private static final double LINEAR = 36;

    private final long customers;
    private final double[] weights;
    private final int[] places;
    private final double[] repeats;
    private final double[] recency;
    private final double[] age;
    /** The x that occur. */
    private final long[] distinct;

    private BgNbdFit(Object2LongMap<PurchaseHistory> counts) {
        int size = counts.size();
        weights = new double[size];
        places = new int[size];
        repeats = new double[size];
        recency = new double[size];
        age = new double[size];
        distinct = counts.keySet().stream()
                .mapToLong(PurchaseHistory::repeats)
                .distinct()
                .sorted()
                .toArray();
        int i = 0;
        long sum = 0;
        for (Object2LongMap.Entry<PurchaseHistory> entry : counts.object2LongEntrySet()) {
            PurchaseHistory history = entry.getKey();
            weights[i] = entry.getLongValue();
            places[i] = Arrays.binarySearch(distinct, history.repeats());
            repeats[i] = history.repeats();
            recency[i] = history.recency();
            age[i] = history.age();
            sum += entry.getLongValue();
            i++;
        }
        customers = sum;
    }

    /**
     * What a fit found.
     *
     * @param logLikelihood its maximum
     * @param customers number of histories
     * @param determined false if the data leave a parameter open: it then stands at a bound
     * @param root L with L·Lᵀ = covariance of (ln r, ln α, ln a, ln b); zeros if not determined
     */
    public record Result(BgNbd model, double logLikelihood, long customers, boolean determined, double[][] root) {}

    /** The fit to these histories, at least one. */
    public static Result fit(Iterable<PurchaseHistory> histories) {
        BgNbdFit fit = of(histories);
        LikelihoodSearch.Maximum maximum = LikelihoodSearch.STANDARD.maximize(fit::logLikelihood, fit.guess());
        return new Result(model(maximum.at()), maximum.value(), fit.customers, maximum.determined(), maximum.root());
    }

    /** ln of the probability of these histories under a model. */
    public static double logLikelihood(BgNbd model, Iterable<PurchaseHistory> histories) {
        return of(histories).logLikelihood(new double[] {
            Math.log(model.r()), Math.log(model.alpha()), Math.log(model.a()), Math.log(model.b())
        });
    }

    private static BgNbdFit of(Iterable<PurchaseHistory> histories) {
        Object2LongOpenHashMap<PurchaseHistory> counts = new Object2LongOpenHashMap<>();
        histories.forEach(history -> counts.addTo(history, 1));
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("no histories");
        }
        return new BgNbdFit(counts);
    }

    /** A model of logarithms. */
    static BgNbd model(double[] logs) {
        return new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
    }

    /** Everybody orders at the mean rate, and one in two leaves in the end. */
    private double[] guess() {
        double orders = 0;
        double time = 0;
        for (int i = 0; i < weights.length; i++) {
            orders += weights[i] * repeats[i];
            time += weights[i] * age[i];
        }
        double rate = Math.max(orders, 0.5) / Math.max(time, 1);
        return new double[] {Math.log(0.5), Math.log(0.5 / rate), 0, Math.log(2)};
    }

    private double logLikelihood(double[] logs) {
        BgNbd model = model(logs);
        double[] perCount = perCount(model, logs[1]);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double exponent = model.r() + repeats[i];
            double logSpan = Math.log(model.alpha() + age[i]);
            double term = perCount[places[i]] - exponent * logSpan;
            if (repeats[i] > 0) {
                double odds = Math.log(model.a() / (model.b() + repeats[i] - 1))
                        + exponent * (logSpan - Math.log(model.alpha() + recency[i]));
                term += odds > LINEAR ? odds : Math.log1p(Math.exp(odds));
            }
            sum += weights[i] * term;
        }
        return sum;
    }

    /** ln [Γ(r + x) α^r / Γ(r) · B(a, b + x) / B(a, b)] for each x that occurs. */
    private double[] perCount(BgNbd model, double logAlpha) {
        double ofNone = model.r() * logAlpha
                - Gamma.logGamma(model.r())
                - Gamma.logGamma(model.b())
                + Gamma.logGamma(model.a() + model.b());
        double[] perCount = new double[distinct.length];
        for (int i = 0; i < distinct.length; i++) {
            double x = distinct[i];
            perCount[i] = ofNone
                    + Gamma.logGamma(model.r() + x)
                    + Gamma.logGamma(model.b() + x)
                    - Gamma.logGamma(model.a() + model.b() + x);
        }
        return perCount;
    }
}
