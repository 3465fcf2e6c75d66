package io.zugabe.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The part [start, end) of the points that belongs to an arm, cut as GrowthBook cuts it.
 *
 * @param start inclusive, in [0, 1]
 * @param end exclusive; equal to start for an empty part
 */
public record BucketRange(double start, double end) {

    private static final double WEIGHT_TOLERANCE = 0.01;

    /** Whether a point lies in the part. */
    public boolean contains(double point) {
        return point >= start && point < end;
    }

    /**
     * GrowthBook's getBucketRanges: the arms lie one after the other, each filling the first share of
     * its own part, so that a growing coverage moves nobody from arm to arm. As there, a coverage
     * outside [0, 1] is clamped, and weights that are missing or do not add up to 1 (± 0.01) are
     * replaced by equal ones; {@link ExperimentDesign} refuses such weights instead.
     *
     * @param weights empty for equal weights
     */
    public static List<BucketRange> cut(int arms, double coverage, List<Double> weights) {
        double share = Math.clamp(coverage, 0.0, 1.0);
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        boolean usable = weights.size() == arms && Math.abs(sum - 1) <= WEIGHT_TOLERANCE;
        List<Double> used = usable ? weights : Collections.nCopies(arms, 1.0 / arms);
        List<BucketRange> ranges = new ArrayList<>(arms);
        double start = 0;
        for (double weight : used) {
            ranges.add(new BucketRange(start, start + share * weight));
            start += weight;
        }
        return List.copyOf(ranges);
    }

    /** GrowthBook's chooseVariation: the first arm whose part contains the point, or -1. */
    public static int choose(double point, List<BucketRange> ranges) {
        for (int arm = 0; arm < ranges.size(); arm++) {
            if (ranges.get(arm).contains(point)) {
                return arm;
            }
        }
        return -1;
    }
}
