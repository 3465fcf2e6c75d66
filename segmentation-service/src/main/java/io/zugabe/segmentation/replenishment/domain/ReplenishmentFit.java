package io.zugabe.segmentation.replenishment.domain;

import io.zugabe.segmentation.replenishment.domain.ProductSamples.Repeater;
import io.zugabe.segmentation.statistics.domain.VarianceComponents;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns how products are bought again from a sample of customers. Only products for which buying again makes
 * sense get into the model: enough buyers, enough intervals, and a repeat share that is credibly high.
 * Intervals that have not ended yet are not counted, so what is bought less often than the log is long seems
 * to be bought a little sooner than it is. Not for concurrent use.
 */
public final class ReplenishmentFit {

    /**
     * What a product must show.
     *
     * @param buyers so many at least
     * @param intervals so many between purchases at least
     * @param repeatShare RCP must be above this with 95 % confidence
     */
    public record Demand(long buyers, long intervals, double repeatShare) {

        /** 10 buyers, 8 intervals, 10 %. */
        public static final Demand STANDARD = new Demand(10, 8, 0.1);
    }

    /** A product's own variance counts as much as the shop's at so many intervals. */
    private static final double SHARED_VARIANCE = 10;

    private static final double LEAST_DEVIATION = 0.05;
    private static final double USUAL_DEVIATION = 0.5;

    private final Demand demand;
    private final Map<String, ProductSamples> samples = new HashMap<>();

    public ReplenishmentFit(Demand demand) {
        this.demand = demand;
    }

    /**
     * Adds what a customer bought of a product.
     *
     * @param restocks by day, each day once, at least one
     * @param today not before the last of them
     */
    public void add(String product, List<Restock> restocks, long today) {
        samples.computeIfAbsent(product, _ -> new ProductSamples()).add(restocks, today);
    }

    /** The model. */
    public ReplenishmentModel fit() {
        Map<String, ProductSamples> repeated = new TreeMap<>();
        samples.forEach((product, sample) -> {
            if (meets(sample)) {
                repeated.put(product, sample);
            }
        });
        double elasticity = PackElasticity.of(repeated.values());
        Map<String, VarianceComponents> variances = new HashMap<>();
        VarianceComponents all = new VarianceComponents();
        repeated.forEach((product, sample) ->
                variances.put(product, variances(sample, elasticity, mean(sample, elasticity), all)));
        Map<String, ProductRepeats> products = new HashMap<>();
        repeated.forEach((product, sample) ->
                products.put(product, repeats(sample, elasticity, variances.getOrDefault(product, all), all)));
        return new ReplenishmentModel(products, elasticity);
    }

    private boolean meets(ProductSamples sample) {
        long intervals = sample.repeaters().stream()
                .mapToLong(one -> one.logDays().length)
                .sum();
        return sample.share().buyers() >= demand.buyers()
                && intervals >= demand.intervals()
                && sample.share().lowerBound() > demand.repeatShare();
    }

    private static ProductRepeats repeats(
            ProductSamples sample, double elasticity, VarianceComponents own, VarianceComponents all) {
        return new ProductRepeats(
                sample.share(),
                mean(sample, elasticity),
                deviation(own.within(), all.within(), own.degreesWithin()),
                deviation(own.between(), all.between(), sample.repeaters().size()),
                sample.rates(),
                sample.usualUnits());
    }

    /** Customers count the same, however often they bought: the mean is of customers, as {@code between} is about it. */
    private static double mean(ProductSamples sample, double elasticity) {
        return sample.repeaters().stream()
                .mapToDouble(one -> {
                    double sum = 0;
                    for (double value : normalised(sample, one, elasticity)) {
                        sum += value;
                    }
                    return sum / one.logDays().length;
                })
                .average()
                .orElseThrow();
    }

    private static VarianceComponents variances(
            ProductSamples sample, double elasticity, double mean, VarianceComponents all) {
        VarianceComponents own = new VarianceComponents();
        for (Repeater repeater : sample.repeaters()) {
            double[] values = normalised(sample, repeater, elasticity);
            for (int i = 0; i < values.length; i++) {
                values[i] -= mean;
            }
            own.add(values);
            all.add(values);
        }
        return own;
    }

    /** ln of the days that the usual number of units would have lasted. */
    private static double[] normalised(ProductSamples sample, Repeater repeater, double elasticity) {
        double[] values = repeater.logDays().clone();
        double usual = Math.log(sample.usualUnits());
        for (int i = 0; i < values.length; i++) {
            values[i] -= elasticity * (repeater.logUnits()[i] - usual);
        }
        return values;
    }

    private static double deviation(double own, double all, double weight) {
        double shared = Double.isNaN(all) ? USUAL_DEVIATION * USUAL_DEVIATION : all;
        double variance =
                Double.isNaN(own) ? shared : (own * weight + shared * SHARED_VARIANCE) / (weight + SHARED_VARIANCE);
        return Math.max(LEAST_DEVIATION, Math.sqrt(variance));
    }

    /** How much longer more units last. */
    private static final class PackElasticity {

        /** Before any data: as long as there are units, give or take a half. */
        private static final double PRIOR_PRECISION = 4;

        private PackElasticity() {}

        /**
         * The slope of ln(days) in ln(units), within customers and products: between them, who needs more buys
         * more, which would hide that more lasts longer.
         */
        static double of(Collection<ProductSamples> samples) {
            double both = 0;
            double ofUnits = 0;
            double ofDays = 0;
            long degrees = 0;
            for (ProductSamples sample : samples) {
                for (Repeater one : sample.repeaters()) {
                    double meanDays = mean(one.logDays());
                    double meanUnits = mean(one.logUnits());
                    for (int i = 0; i < one.logDays().length; i++) {
                        double days = one.logDays()[i] - meanDays;
                        double units = one.logUnits()[i] - meanUnits;
                        both += days * units;
                        ofUnits += units * units;
                        ofDays += days * days;
                    }
                    degrees += one.logDays().length - 1;
                }
            }
            if (degrees < 2 || ofUnits == 0) {
                return 1;
            }
            double slope = both / ofUnits;
            double residual = Math.max(1e-6, (ofDays - slope * both) / degrees);
            double precision = ofUnits / residual;
            return Math.clamp((slope * precision + PRIOR_PRECISION) / (precision + PRIOR_PRECISION), 0, 1);
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }
    }
}
