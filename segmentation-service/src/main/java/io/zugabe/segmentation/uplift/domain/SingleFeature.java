package io.zugabe.segmentation.uplift.domain;

import java.util.Arrays;

/**
 * A ranking by one column alone: what a shop can do without any model.
 *
 * @param descending whether large numbers come first
 */
public record SingleFeature(int column, boolean descending) {

    /** The column and direction with the largest Qini on the training rows. */
    static SingleFeature best(Trial train) {
        UpliftMetrics metrics = new UpliftMetrics(train.observations());
        SingleFeature best = new SingleFeature(0, true);
        double most = Double.NEGATIVE_INFINITY;
        for (int column = 0; column < train.table().columns(); column++) {
            for (boolean descending : new boolean[] {true, false}) {
                SingleFeature feature = new SingleFeature(column, descending);
                double qini = metrics.qini(Ranking.of(feature.scores(train.table())));
                if (qini > most) {
                    most = qini;
                    best = feature;
                }
            }
        }
        return best;
    }

    double[] scores(FeatureTable table) {
        double[] scores = table.column(column);
        if (!descending) {
            Arrays.setAll(scores, row -> -scores[row]);
        }
        return scores;
    }
}
