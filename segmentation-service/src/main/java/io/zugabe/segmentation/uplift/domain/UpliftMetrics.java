package io.zugabe.segmentation.uplift.domain;

/**
 * How well a ranking finds those whom treatment changes: Qini and AUUC, each the area between the ranking's
 * curve and the straight line, as a share of the same of the best possible ranking. 0 is what a random
 * ranking has on average. Equal to scikit-uplift 0.5.1 ({@code qini_auc_score} with negative effects,
 * {@code uplift_auc_score}) for rows that count 1 each.
 *
 * <p>Qini is defined for any outcome, the best ranking being by outcome if treated, and by its negative if
 * not; AUUC for outcomes 0 and 1 only.
 */
public final class UpliftMetrics {

    private final Observations observations;
    private final Ranking bestQini;
    private final Ranking bestUpliftByOutcome;
    private final Ranking bestUpliftByTreatment;

    public UpliftMetrics(Observations observations) {
        this.observations = observations;
        int n = observations.size();
        double[] qini = new double[n];
        double[] byOutcome = new double[n];
        double[] byTreatment = new double[n];
        for (int i = 0; i < n; i++) {
            int treated = observations.treated()[i] ? 1 : 0;
            double outcome = observations.outcome()[i];
            double agrees = outcome == treated ? 2 : 0;
            qini[i] = treated == 1 ? outcome : -outcome;
            byOutcome[i] = agrees + outcome;
            byTreatment[i] = agrees + treated;
        }
        this.bestQini = Ranking.of(qini);
        this.bestUpliftByOutcome = Ranking.of(byOutcome);
        this.bestUpliftByTreatment = Ranking.of(byTreatment);
    }

    /** The Qini coefficient; NaN if no ranking is better than another. */
    public double qini(Ranking ranking) {
        return qini(ranking, observations.weight());
    }

    /** The Qini coefficient of rows that count differently. */
    double qini(Ranking ranking, double[] weight) {
        return Curve.QINI.areaOverLine(ranking, observations, weight)
                / Curve.QINI.areaOverLine(bestQini, observations, weight);
    }

    /** The normalised area under the uplift curve. */
    public double auuc(Ranking ranking) {
        return auuc(ranking, observations.weight());
    }

    /** The normalised area under the uplift curve of rows that count differently. */
    double auuc(Ranking ranking, double[] weight) {
        return Curve.UPLIFT.areaOverLine(ranking, observations, weight)
                / Curve.UPLIFT.areaOverLine(bestUplift(weight), observations, weight);
    }

    /**
     * Difference of the arms' mean outcomes among the best-ranked share of all rows.
     *
     * @param share in (0, 1); the number of rows is rounded down
     * @return NaN if an arm has none of those rows
     */
    public double upliftAt(Ranking ranking, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + ": must lie between 0 and 1");
        }
        return upliftAmong(ranking, observations.weight(), (int) (observations.size() * share));
    }

    /**
     * The same among a number of best-ranked rows.
     *
     * @param rows at least 1, fewer than all
     */
    public double upliftAt(Ranking ranking, int rows) {
        requireFewer(rows, observations.size());
        return upliftAmong(ranking, observations.weight(), rows);
    }

    /** The same among the best-ranked share of each arm. */
    public double upliftAtByArm(Ranking ranking, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share " + share + ": must lie between 0 and 1");
        }
        return meanOfBest(ranking, true, (int) (observations.size(true) * share))
                - meanOfBest(ranking, false, (int) (observations.size(false) * share));
    }

    /** The same among a number of best-ranked rows of each arm. */
    public double upliftAtByArm(Ranking ranking, int rows) {
        requireFewer(rows, observations.size());
        int smaller = Math.min(observations.size(true), observations.size(false));
        if (rows > smaller) {
            throw new IllegalArgumentException(rows + " rows of each arm: the smaller one has " + smaller);
        }
        return meanOfBest(ranking, true, rows) - meanOfBest(ranking, false, rows);
    }

    /** Uplift among the best-ranked rows that count a number together. */
    double upliftAmong(Ranking ranking, double[] weight, double most) {
        double counted = 0;
        double n = 0;
        double y = 0;
        double controls = 0;
        double controlOutcome = 0;
        for (int rank = 0; rank < ranking.size() && counted < most; rank++) {
            int row = ranking.row(rank);
            double counts = Math.min(weight[row], most - counted);
            counted += counts;
            if (observations.treated()[row]) {
                n += counts;
                y += counts * observations.outcome()[row];
            } else {
                controls += counts;
                controlOutcome += counts * observations.outcome()[row];
            }
        }
        return y / n - controlOutcome / controls;
    }

    private double meanOfBest(Ranking ranking, boolean arm, int rows) {
        double sum = 0;
        int counted = 0;
        for (int rank = 0; rank < ranking.size() && counted < rows; rank++) {
            int row = ranking.row(rank);
            if (observations.treated()[row] == arm) {
                sum += observations.outcome()[row];
                counted++;
            }
        }
        return sum / counted;
    }

    private Ranking bestUplift(double[] weight) {
        double controlResponders = 0;
        double treatedNonResponders = 0;
        for (int i = 0; i < weight.length; i++) {
            double outcome = observations.outcome()[i];
            boolean treated = observations.treated()[i];
            controlResponders += !treated && outcome == 1 ? weight[i] : 0;
            treatedNonResponders += treated && outcome == 0 ? weight[i] : 0;
        }
        return controlResponders > treatedNonResponders ? bestUpliftByOutcome : bestUpliftByTreatment;
    }

    private static void requireFewer(int rows, int all) {
        if (rows <= 0 || rows >= all) {
            throw new IllegalArgumentException(rows + " rows: must be 1 to " + (all - 1));
        }
    }
}
