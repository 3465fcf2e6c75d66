package io.zugabe.assignment;

import java.util.List;

/**
 * All that assignment needs to know of an experiment.
 *
 * @param id the experiment
 * @param unit what is randomised
 * @param layer experiments of one layer share its traffic; those of different layers are independent
 * @param layerRange the experiment's part of the layer's traffic
 * @param coverage share of that part that takes part, in (0, 1]
 * @param arms 2 to 20, ids unique, weights adding up to 1 (± 0.000001); the first is the control
 * @param saltVersion 1 or more; assignments under different versions are not comparable
 */
public record ExperimentDesign(
        String id,
        UnitKind unit,
        String layer,
        LayerRange layerRange,
        double coverage,
        List<Arm> arms,
        int saltVersion) {

    public static final int FEWEST_ARMS = 2;
    public static final int MOST_ARMS = 20;

    /**
     * Smaller than one step of the hash (1/10,000), so no unit falls between the arms. The last digits
     * let three times 0.333333 pass, whose distance from 1 is not exactly 0.000001 in binary.
     */
    private static final double WEIGHT_TOLERANCE = 1.000001e-6;

    public ExperimentDesign {
        arms = List.copyOf(arms);
        require(coverage > 0 && coverage <= 1, id, "coverage " + coverage + " must be in (0, 1]");
        require(arms.size() >= FEWEST_ARMS && arms.size() <= MOST_ARMS, id, arms.size() + " arms must be 2 to 20");
        require(arms.stream().map(Arm::id).distinct().count() == arms.size(), id, "arm ids must be unique");
        double sum = arms.stream().mapToDouble(Arm::weight).sum();
        require(addUp(sum), id, "weights add up to " + sum + " and must to 1");
        require(saltVersion >= 1, id, "salt version " + saltVersion + " must be 1 or more");
    }

    /** Whether weights with this sum are complete; false for NaN. */
    public static boolean addUp(double sumOfWeights) {
        return Math.abs(sumOfWeights - 1) <= WEIGHT_TOLERANCE;
    }

    private static void require(boolean holds, String id, String violation) {
        if (!holds) {
            throw new IllegalArgumentException("experiment " + id + ": " + violation);
        }
    }
}
