package io.zugabe.segmentation.statistics.domain;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the maximum of a log-likelihood by Nelder and Mead's simplex, from several starts, over parameters
 * that may be any number (logarithms of positive ones). Deterministic: the starts come from a seed.
 *
 * @param bound parameters are sought in [−bound, bound]; one that ends there is not determined by the data
 */
public record LikelihoodSearch(int starts, long seed, double bound) {

    private static final int MOST_EVALUATIONS = 4_000;
    private static final double COARSE = 1e-6;
    private static final double FINE = 1e-13;
    private static final double SPREAD = 1.5;
    private static final double FIRST_STEP = 0.5;
    private static final double LAST_STEP = 0.02;
    private static final double DIFFERENCE = 1e-3;

    /** From three starts, within e^±8. */
    public static final LikelihoodSearch STANDARD = new LikelihoodSearch(3, 20_050_401, 8);

    /**
     * Where the maximum is.
     *
     * @param determined false if a parameter ran to the bound, or the likelihood is flat there
     * @param root lower triangle L with L·Lᵀ = inverse of the observed information; zeros if not determined
     */
    public record Maximum(double[] at, double value, boolean determined, double[][] root) {}

    public Maximum maximize(ToDoubleFunction<double[]> logLikelihood, double[] guess) {
        ToDoubleFunction<double[]> bounded =
                at -> within(at) ? finite(logLikelihood.applyAsDouble(at)) : -Double.MAX_VALUE;
        SplittableRandom random = new SplittableRandom(seed);
        double[] best = search(bounded, guess, FIRST_STEP, COARSE);
        for (int start = 1; start < starts; start++) {
            double[] candidate = search(bounded, scattered(guess, random), FIRST_STEP, COARSE);
            if (bounded.applyAsDouble(candidate) > bounded.applyAsDouble(best)) {
                best = candidate;
            }
        }
        best = search(bounded, best, LAST_STEP, FINE);
        double[][] root = root(bounded, best);
        return new Maximum(best, bounded.applyAsDouble(best), root.length > 0, root.length > 0 ? root : zeros(best));
    }

    private boolean within(double[] at) {
        for (double coordinate : at) {
            if (!(Math.abs(coordinate) <= bound)) {
                return false;
            }
        }
        return true;
    }

    private static double finite(double value) {
        return Double.isNaN(value) ? -Double.MAX_VALUE : value;
    }

    private double[] scattered(double[] guess, SplittableRandom random) {
        double[] at = guess.clone();
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.clamp(at[i] + SPREAD * (2 * random.nextDouble() - 1), -bound, bound);
        }
        return at;
    }

    private static double[] search(ToDoubleFunction<double[]> function, double[] from, double step, double precision) {
        double[] steps = new double[from.length];
        java.util.Arrays.fill(steps, step);
        return new SimplexOptimizer(precision, precision)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS),
                        new ObjectiveFunction(function::applyAsDouble),
                        GoalType.MAXIMIZE,
                        new InitialGuess(from),
                        new NelderMeadSimplex(steps))
                .getPoint();
    }

    /** Empty if the likelihood has no proper maximum here. */
    private double[][] root(ToDoubleFunction<double[]> function, double[] at) {
        for (double coordinate : at) {
            if (Math.abs(coordinate) > bound - 2 * DIFFERENCE) {
                return new double[0][];
            }
        }
        try {
            RealMatrix covariance =
                    new LUDecomposition(information(function, at)).getSolver().getInverse();
            RealMatrix symmetric = covariance.add(covariance.transpose()).scalarMultiply(0.5);
            return new CholeskyDecomposition(symmetric).getL().getData();
        } catch (org.hipparchus.exception.MathRuntimeException flat) {
            return new double[0][];
        }
    }

    /** Minus the second derivatives, by central differences. */
    private static RealMatrix information(ToDoubleFunction<double[]> function, double[] at) {
        int size = at.length;
        double[][] information = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double second = (shifted(function, at, i, 1, j, 1)
                                - shifted(function, at, i, 1, j, -1)
                                - shifted(function, at, i, -1, j, 1)
                                + shifted(function, at, i, -1, j, -1))
                        / (4 * DIFFERENCE * DIFFERENCE);
                information[i][j] = -second;
                information[j][i] = -second;
            }
        }
        return new Array2DRowRealMatrix(information);
    }

    private static double shifted(
            ToDoubleFunction<double[]> function, double[] at, int i, int signOfI, int j, int signOfJ) {
        double[] shifted = at.clone();
        shifted[i] += signOfI * DIFFERENCE;
        shifted[j] += signOfJ * DIFFERENCE;
        return function.applyAsDouble(shifted);
    }

    private static double[][] zeros(double[] like) {
        return new double[like.length][like.length];
    }
}
