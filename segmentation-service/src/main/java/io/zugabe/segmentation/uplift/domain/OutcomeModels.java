package io.zugabe.segmentation.uplift.domain;

/**
 * Models of the outcome in each arm.
 *
 * @param control μ₀
 * @param treated μ₁
 */
record OutcomeModels(Forest control, Forest treated) {

    static OutcomeModels fit(TreeLearner trees, Trial trial, TreeSettings settings, long seed) {
        return new OutcomeModels(
                arm(trees, trial.arm(false), settings, seed), arm(trees, trial.arm(true), settings, seed));
    }

    static Forest arm(TreeLearner trees, Trial arm, TreeSettings settings, long seed) {
        Observations observations = arm.observations();
        return trees.fit(arm.table(), observations.outcome(), observations.weight(), arm.binary(), settings, seed);
    }

    /** The doubly robust pseudo-outcome of a row that the models were not fitted on. */
    double pseudoOutcome(Trial trial, int row) {
        double ifTreated = treated.value(trial.table(), row);
        double ifNot = control.value(trial.table(), row);
        double chance = trial.propensity()[row];
        double outcome = trial.observations().outcome()[row];
        return trial.observations().treated()[row]
                ? ifTreated - ifNot + (outcome - ifTreated) / chance
                : ifTreated - ifNot - (outcome - ifNot) / (1 - chance);
    }
}
