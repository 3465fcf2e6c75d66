package io.zugabe.segmentation.returns.domain;

import java.util.List;

/**
 * A logistic regression whose logit is a sum of effects: an intercept and, for each family (customers,
 * products, categories …), the effect of the level that a row is of. Effects of a family are drawn from a
 * normal distribution about 0 whose variance the data tell, so a level with few rows stays near 0 (empirical
 * Bayes: Laplace's approximation within EM; Breslow and Clayton 1993). Fitted by Newton steps, family by
 * family.
 */
final class AdditiveLogit {

    /**
     * Levels that share a variance.
     *
     * @param of by row, its level
     * @param levels number of levels
     * @param learned whether the variance is learned; else it is 1
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Family(int[] of, int levels, boolean learned) {}

    private static final int MOST_SWEEPS = 60;
    private static final double CONVERGED = 1e-4;
    private static final double LONGEST_STEP = 2;
    private static final double LEAST_VARIANCE = 1e-4;
    private static final double MOST_VARIANCE = 9;

    private final List<Family> families;
    private final double[] outcome;
    private final int rows;
    private final double[] logit;
    private double intercept;
    private final double[][] effects;
    private final double[][] precisions;
    private final double[] variances;

    /** Fits to the first {@code rows} rows; outcomes in [0, 1]. */
    AdditiveLogit(List<Family> families, double[] outcome, int rows) {
        this.families = families;
        this.outcome = outcome;
        this.rows = rows;
        this.logit = new double[rows];
        this.effects = new double[families.size()][];
        this.precisions = new double[families.size()][];
        this.variances = new double[families.size()];
        for (int f = 0; f < families.size(); f++) {
            effects[f] = new double[families.get(f).levels()];
            precisions[f] = new double[families.get(f).levels()];
            variances[f] = families.get(f).learned() ? 0.5 : 1;
        }
        start();
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep() > CONVERGED; ) {
            sweep++;
        }
    }

    double intercept() {
        return intercept;
    }

    double effect(int family, int level) {
        return effects[family][level];
    }

    /** Standard deviation of an effect, given the others. */
    double deviation(int family, int level) {
        return 1 / Math.sqrt(precisions[family][level] + 1 / variances[family]);
    }

    double variance(int family) {
        return variances[family];
    }

    /** The logit of any row of the families; levels that were not seen count 0. */
    double logit(int row) {
        double sum = intercept;
        for (int f = 0; f < effects.length; f++) {
            sum += effects[f][families.get(f).of()[row]];
        }
        return sum;
    }

    private void start() {
        double sum = 0.5;
        for (int i = 0; i < rows; i++) {
            sum += outcome[i];
        }
        intercept = Math.log(sum / (rows + 1 - sum));
        java.util.Arrays.fill(logit, intercept);
    }

    private double sweep() {
        double farthest = stepIntercept();
        for (int f = 0; f < effects.length; f++) {
            farthest = Math.max(farthest, step(f));
        }
        return farthest;
    }

    private double stepIntercept() {
        double gradient = 0;
        double curvature = 1e-9;
        for (int i = 0; i < rows; i++) {
            double p = Logits.probability(logit[i]);
            gradient += outcome[i] - p;
            curvature += p * (1 - p);
        }
        double step = Math.clamp(gradient / curvature, -LONGEST_STEP, LONGEST_STEP);
        intercept += step;
        for (int i = 0; i < rows; i++) {
            logit[i] += step;
        }
        return Math.abs(step);
    }

    /** The levels of a family do not meet in any row: each takes its own Newton step. */
    private double step(int family) {
        int[] of = families.get(family).of();
        double[] gradient = new double[effects[family].length];
        double[] curvature = precisions[family];
        java.util.Arrays.fill(curvature, 0);
        for (int i = 0; i < rows; i++) {
            double p = Logits.probability(logit[i]);
            gradient[of[i]] += outcome[i] - p;
            curvature[of[i]] += p * (1 - p);
        }
        double farthest = 0;
        double squares = 0;
        int seen = 0;
        double[] steps = new double[gradient.length];
        for (int level = 0; level < gradient.length; level++) {
            double effect = effects[family][level];
            double precision = curvature[level] + 1 / variances[family];
            steps[level] =
                    Math.clamp((gradient[level] - effect / variances[family]) / precision, -LONGEST_STEP, LONGEST_STEP);
            effects[family][level] = effect + steps[level];
            farthest = Math.max(farthest, Math.abs(steps[level]));
            if (curvature[level] > 0) {
                squares += effects[family][level] * effects[family][level] + 1 / precision;
                seen++;
            }
        }
        for (int i = 0; i < rows; i++) {
            logit[i] += steps[of[i]];
        }
        if (families.get(family).learned() && seen > 0) {
            double before = variances[family];
            variances[family] = Math.clamp(squares / seen, LEAST_VARIANCE, MOST_VARIANCE);
            farthest = Math.max(farthest, Math.abs(Math.log(variances[family] / before)) / 10);
        }
        return farthest;
    }
}
