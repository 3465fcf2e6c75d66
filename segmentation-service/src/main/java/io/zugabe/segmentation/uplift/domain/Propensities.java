package io.zugabe.segmentation.uplift.domain;

import java.util.List;

/**
 * Chances to be treated rather than be in the control arm. A row says by which chance it came into its own
 * arm. If there are only two arms, the other chance is what is left; if there are more, the other arm's
 * chance is taken to be what its rows have on average, and the rows of other arms are left out of account.
 */
public final class Propensities {

    private final String treatment;
    private final boolean twoArms;
    private final double meanTreated;
    private final double meanControl;

    private Propensities(String treatment, boolean twoArms, double meanTreated, double meanControl) {
        this.treatment = treatment;
        this.twoArms = twoArms;
        this.meanTreated = meanTreated;
        this.meanControl = meanControl;
    }

    /**
     * Takes the averages.
     *
     * @param rows of the two arms that are compared
     * @param twoArms whether the experiment had no others
     */
    public static Propensities of(List<DatasetRow> rows, String treatment, boolean twoArms) {
        return new Propensities(treatment, twoArms, mean(rows, treatment, true), mean(rows, treatment, false));
    }

    private static double mean(List<DatasetRow> rows, String treatment, boolean treated) {
        return rows.stream()
                .filter(row -> row.arm().equals(treatment) == treated)
                .mapToDouble(DatasetRow::propensity)
                .average()
                .orElse(0.5);
    }

    /** Chance of a row to be treated. */
    public double treated(DatasetRow row) {
        boolean treated = row.arm().equals(treatment);
        double own = row.propensity();
        if (twoArms) {
            return treated ? own : 1 - own;
        }
        return treated ? own / (own + meanControl) : meanTreated / (meanTreated + own);
    }
}
