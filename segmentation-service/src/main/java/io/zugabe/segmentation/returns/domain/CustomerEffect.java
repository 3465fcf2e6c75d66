package io.zugabe.segmentation.returns.domain;

/** A customer's effect on the logit: the mode, given the rest of the model and a normal prior about 0. */
final class CustomerEffect {

    private static final int MOST_STEPS = 50;
    private static final double LONGEST_STEP = 2;
    private static final double CONVERGED = 1e-9;

    private CustomerEffect() {}

    /**
     * By Newton's method; the objective is concave.
     *
     * @param offsets by product, the logit without the customer
     * @param orders by product, how often it was bought
     * @param returned by product, how many of the orders came back
     */
    static double of(double[] offsets, double[] orders, double[] returned, double variance) {
        double effect = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradient = -effect / variance;
            double curvature = 1 / variance;
            for (int i = 0; i < offsets.length; i++) {
                double p = Logits.probability(offsets[i] + effect);
                gradient += returned[i] - orders[i] * p;
                curvature += orders[i] * p * (1 - p);
            }
            double move = Math.clamp(gradient / curvature, -LONGEST_STEP, LONGEST_STEP);
            effect += move;
            if (Math.abs(move) < CONVERGED) {
                break;
            }
        }
        return effect;
    }
}
