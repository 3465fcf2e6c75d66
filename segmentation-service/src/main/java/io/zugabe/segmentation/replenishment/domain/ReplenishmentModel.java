package io.zugabe.segmentation.replenishment.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When customers need products again. A customer's own intervals are a normal mean in ln(days), shrunk to the
 * product's as far as they are few; the next interval scatters about it. A bigger pack lasts longer:
 * units^elasticity times.
 *
 * @param products those that are bought again; no others are ever due
 * @param packElasticity how much longer more units last, in [0, 1]: at 1, twice as much lasts twice as long
 */
public record ReplenishmentModel(Map<String, ProductRepeats> products, double packElasticity) {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.1;
    /** Who has been silent for longer than all but so few intervals has another source by now. */
    private static final double LAPSED = 0.01;

    private static final double PRIOR_REPEATS = 2;

    public ReplenishmentModel {
        products = Map.copyOf(products);
    }

    /** What a customer will need again, soonest first, at most {@code most}. */
    public List<Replenishment> due(Collection<ProductPurchases> purchases, Instant now, int most) {
        return purchases.stream()
                .flatMap(product -> due(product, now).stream())
                .sorted(Comparator.comparing(Replenishment::due).thenComparing(Replenishment::product))
                .limit(most)
                .toList();
    }

    /**
     * When a customer will need a product again; empty if it is none that is bought again, if all of it came
     * back, or if the customer has been silent for so long that they get it elsewhere.
     */
    public Optional<Replenishment> due(ProductPurchases purchases, Instant now) {
        ProductRepeats product = products.get(purchases.product());
        if (product == null || purchases.units() <= purchases.returnedUnits()) {
            return Optional.empty();
        }
        RepeatInterval next = next(purchases, product);
        double silent = Math.max(0, days(purchases.last(), now));
        double survival = next.survival(silent);
        if (survival < LAPSED) {
            return Optional.empty();
        }
        Instant from = after(purchases.last(), next.quantile(TAIL));
        return Optional.of(new Replenishment(
                purchases.product(),
                after(purchases.last(), next.quantile(MEDIAN)),
                from,
                after(purchases.last(), next.quantile(1 - TAIL)),
                from,
                confidence(purchases, product, survival)));
    }

    /**
     * Purchases of a product to be expected a day, now: the modified Poisson-Gamma rate about the customer's own
     * interval; 0 for a product that is not bought again.
     */
    public double dailyRate(ProductPurchases purchases, Instant now) {
        ProductRepeats product = products.get(purchases.product());
        if (product == null) {
            return 0;
        }
        return product.rates()
                .modifiedRate(
                        Math.max(0, purchases.purchases() - 1),
                        days(purchases.first(), purchases.last()),
                        next(purchases, product).quantile(MEDIAN),
                        Math.max(0, days(purchases.last(), now)));
    }

    /** The predictive distribution of the customer's next interval. */
    private RepeatInterval next(ProductPurchases purchases, ProductRepeats product) {
        double priorVariance = product.between() * product.between();
        double variance = product.within() * product.within();
        long repeats = Math.max(0, purchases.purchases() - 1);
        double lastUnits = lastUnits(purchases, product);
        double mean = product.mu();
        double uncertainty = priorVariance;
        if (repeats > 0 && priorVariance > 0) {
            double earlierUnits = Math.max(1, (purchases.units() - lastUnits) / repeats);
            double meanDays = Math.max(1, days(purchases.first(), purchases.last())) / repeats;
            // the mean of n log-normal intervals lies above the exponential of their mean logarithm
            double ownMean = Math.log(meanDays)
                    - variance / 2 * (1 - 1.0 / repeats)
                    - packElasticity * Math.log(earlierUnits / product.usualUnits());
            double precision = 1 / priorVariance + repeats / variance;
            mean = (product.mu() / priorVariance + ownMean * repeats / variance) / precision;
            uncertainty = 1 / precision;
        }
        double kept = keptOfLast(purchases, lastUnits);
        return new RepeatInterval(
                mean + packElasticity * Math.log(kept / product.usualUnits()), Math.sqrt(variance + uncertainty));
    }

    private static double lastUnits(ProductPurchases purchases, ProductRepeats product) {
        if (purchases.lastUnits() > 0) {
            return purchases.lastUnits();
        }
        return purchases.purchases() > 1
                ? Math.max(1, (double) purchases.units() / purchases.purchases())
                : Math.max(purchases.units(), Math.min(product.usualUnits(), 1));
    }

    /** What came back is taken off the last purchase, which is the one that is still in the house. */
    private static double keptOfLast(ProductPurchases purchases, double lastUnits) {
        double kept = lastUnits - purchases.returnedUnits();
        return kept > 0 ? kept : Math.min(lastUnits, 1);
    }

    /** The buyer may be none who repeats: the longer the silence, the likelier. */
    private static double confidence(ProductPurchases purchases, ProductRepeats product, double survival) {
        long repeats = Math.max(0, purchases.purchases() - 1);
        double repeater = (product.share().value() * PRIOR_REPEATS + repeats) / (PRIOR_REPEATS + repeats);
        return repeater * survival / (repeater * survival + 1 - repeater);
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / SECONDS_PER_DAY;
    }

    private static Instant after(Instant time, double days) {
        return time.plusSeconds(Math.round(Math.min(days, 36_500) * SECONDS_PER_DAY));
    }
}
