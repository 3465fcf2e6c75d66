package io.zugabe.segmentation.returns.domain;

import io.zugabe.segmentation.orders.domain.BoughtLine;
import io.zugabe.segmentation.returns.domain.AdditiveLogit.Family;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;

/**
 * Learns what comes back, and measures itself on later lines than it learned from: fitted to the first 60 % of
 * the lines, calibrated on the next 20 %; fitted again to those 80 % and judged on the last 20 %; fitted to all
 * for use, with that calibration.
 */
public final class ReturnFit {

    /**
     * A model and what it is worth.
     *
     * @param baseRate share of all lines that came back
     * @param lines lines it was learned from
     */
    public record Result(ReturnModel model, Reliability reliability, double baseRate, long lines) {}

    private static final double CALIBRATE_FROM = 0.6;
    private static final double JUDGE_FROM = 0.8;
    private static final double[] FAULT_WEIGHTS = {0, 0.5, 1};
    private static final int CUSTOMERS = 0;
    private static final int PRODUCTS = 1;
    private static final int CATEGORIES = 2;
    private static final int QUANTITIES = 3;
    private static final int PRICES = 4;

    private final ReturnLines lines;
    private final List<Family> families;

    private ReturnFit(ReturnLines lines) {
        this.lines = lines;
        this.families = List.of(
                new Family(lines.customer, lines.customers, true),
                new Family(lines.product, lines.products.size(), true),
                new Family(lines.category, lines.categories.size(), true),
                new Family(lines.quantity, LineBands.QUANTITIES, false),
                new Family(lines.price, LineBands.PRICES, false));
    }

    /**
     * Learns.
     *
     * @param books by customer, their lines
     * @param matured later lines are left out: their returns may still come
     * @param progress told how far it is, 0 to 1
     * @throws IllegalArgumentException if there are fewer than 100 lines, or nothing ever came back
     */
    public static Result fit(Map<String, List<BoughtLine>> books, Instant matured, DoubleConsumer progress) {
        ReturnLines lines = new ReturnLines(books, matured);
        if (lines.size() < 100 || lines.meanReturned(0, lines.size()) == 0) {
            throw new IllegalArgumentException("returns cannot be learned from " + lines.size()
                    + " lines of orders that are old enough, of which "
                    + Math.round(100 * lines.meanReturned(0, lines.size()))
                    + " % came back: 100 lines are needed, and some returns");
        }
        return new ReturnFit(lines).fit(progress);
    }

    private Result fit(DoubleConsumer progress) {
        int calibrateFrom = lines.cut(CALIBRATE_FROM);
        int judgeFrom = lines.cut(JUDGE_FROM);
        AdditiveLogit first = logit(calibrateFrom);
        progress.accept(0.3);
        double faultWeight = 1;
        PlattScaling calibration = PlattScaling.NONE;
        double least = Double.POSITIVE_INFINITY;
        for (double candidate : FAULT_WEIGHTS) {
            double[] logits = logits(first, calibrateFrom, calibrateFrom, judgeFrom, candidate);
            double[] outcomes = Arrays.copyOfRange(lines.returned, calibrateFrom, judgeFrom);
            PlattScaling scaling = PlattScaling.fit(logits, outcomes);
            double loss = loss(scaling, logits, outcomes);
            if (loss <= least) {
                least = loss;
                faultWeight = candidate;
                calibration = scaling;
            }
        }
        progress.accept(0.4);
        Reliability reliability = judge(judgeFrom, faultWeight, calibration);
        progress.accept(0.7);
        ReturnModel model = model(logit(lines.size()), faultWeight, calibration);
        return new Result(model, reliability, lines.meanReturned(0, lines.size()), lines.size());
    }

    private AdditiveLogit logit(int rows) {
        return new AdditiveLogit(families, lines.returned, rows);
    }

    private Reliability judge(int from, double faultWeight, PlattScaling calibration) {
        double[] logits = logits(logit(from), from, from, lines.size(), faultWeight);
        return Reliability.of(
                Arrays.stream(logits)
                        .map(logit -> Logits.probability(calibration.apply(logit)))
                        .toArray(),
                Arrays.copyOfRange(lines.returned, from, lines.size()),
                Arrays.copyOfRange(lines.customer, from, lines.size()),
                lines.meanReturned(0, from));
    }

    /** Logits of the lines [from, to), with customers' effects from the lines before {@code known}. */
    private double[] logits(AdditiveLogit fit, int known, int from, int to, double faultWeight) {
        double[] effects = customerEffects(fit, known, faultWeight);
        double[] logits = new double[to - from];
        for (int i = from; i < to; i++) {
            int customer = lines.customer[i];
            logits[i - from] = fit.logit(i) - fit.effect(CUSTOMERS, customer) + effects[customer];
        }
        return logits;
    }

    private double[] customerEffects(AdditiveLogit fit, int known, double faultWeight) {
        int[] starts = new int[lines.customers + 1];
        for (int i = 0; i < known; i++) {
            starts[lines.customer[i] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        double[] offsets = new double[known];
        double[] orders = new double[known];
        double[] returned = new double[known];
        for (int i = 0; i < known; i++) {
            int customer = lines.customer[i];
            int place = next[customer]++;
            double discounted = (1 - faultWeight) * lines.faulty[i];
            offsets[place] = fit.logit(i) - fit.effect(CUSTOMERS, customer);
            orders[place] = 1 - discounted;
            returned[place] = lines.returned[i] - discounted;
        }
        double[] effects = new double[lines.customers];
        for (int customer = 0; customer < effects.length; customer++) {
            int from = starts[customer];
            int to = starts[customer + 1];
            effects[customer] = CustomerEffect.of(
                    Arrays.copyOfRange(offsets, from, to),
                    Arrays.copyOfRange(orders, from, to),
                    Arrays.copyOfRange(returned, from, to),
                    fit.variance(CUSTOMERS));
        }
        return effects;
    }

    private static double loss(PlattScaling scaling, double[] logits, double[] outcomes) {
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += Logits.loss(outcomes[i], scaling.apply(logits[i]));
        }
        return sum;
    }

    private ReturnModel model(AdditiveLogit fit, double faultWeight, PlattScaling calibration) {
        long[] count = new long[lines.products.size()];
        double[] returned = new double[count.length];
        for (int i = 0; i < lines.size(); i++) {
            count[lines.product[i]]++;
            returned[lines.product[i]] += lines.returned[i];
        }
        Map<String, ProductReturns> products = new HashMap<>();
        for (int i = 0; i < count.length; i++) {
            products.put(
                    lines.products.get(i),
                    new ProductReturns(
                            lines.categoryOfProduct.get(i),
                            count[i],
                            returned[i] / count[i],
                            fit.effect(PRODUCTS, i),
                            fit.deviation(PRODUCTS, i)));
        }
        Map<String, Double> categories = new HashMap<>();
        for (int i = 0; i < lines.categories.size(); i++) {
            categories.put(lines.categories.get(i), fit.effect(CATEGORIES, i));
        }
        return new ReturnModel(
                fit.intercept(),
                products,
                categories,
                lines.bands,
                effects(fit, QUANTITIES, LineBands.QUANTITIES),
                effects(fit, PRICES, LineBands.PRICES),
                fit.variance(CUSTOMERS),
                faultWeight,
                calibration);
    }

    private static List<Double> effects(AdditiveLogit fit, int family, int levels) {
        Double[] effects = new Double[levels];
        Arrays.setAll(effects, level -> fit.effect(family, level));
        return List.of(effects);
    }
}
