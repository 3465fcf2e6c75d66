package io.zugabe.segmentation.statistics.domain;

/** How much values vary within groups, and how much the groups' means vary, by one-way analysis of variance. */
public final class VarianceComponents {

    private long groups;
    private double number;
    private double squaredSizes;
    private double sum;
    private double squaresOfMeans;
    private double squaresWithin;

    /** Adds a group; an empty one is left out. */
    public void add(double[] values) {
        if (values.length == 0) {
            return;
        }
        double total = 0;
        for (double value : values) {
            total += value;
        }
        double mean = total / values.length;
        for (double value : values) {
            squaresWithin += (value - mean) * (value - mean);
        }
        groups++;
        number += values.length;
        squaredSizes += (double) values.length * values.length;
        sum += total;
        squaresOfMeans += total * mean;
    }

    /** Variance within groups; NaN if no group has two values. */
    public double within() {
        return squaresWithin / (number - groups);
    }

    /** Degrees of freedom of the variance within groups. */
    public double degreesWithin() {
        return number - groups;
    }

    /** Variance of the groups' means, 0 or more; NaN if it cannot be told. */
    public double between() {
        double meanSize = (number - squaredSizes / number) / (groups - 1);
        double squaresBetween = (squaresOfMeans - sum * sum / number) / (groups - 1);
        return Math.max(0, (squaresBetween - within()) / meanSize);
    }
}
