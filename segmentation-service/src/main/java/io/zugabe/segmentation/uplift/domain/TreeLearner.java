package io.zugabe.segmentation.uplift.domain;

/** Boosts trees. */
public interface TreeLearner {

    /**
     * Fits trees. The same input gives the same trees.
     *
     * @param logistic whether targets are 0 and 1, and the answer a probability; else least squares
     * @param weight of the rows
     */
    Forest fit(
            FeatureTable table, double[] target, double[] weight, boolean logistic, TreeSettings settings, long seed);
}
