package io.zugabe.segmentation.uplift.domain;

import java.util.List;

/**
 * Rows of a finished experiment, of two arms.
 *
 * @param features names of the features
 * @param texts which of them are texts
 * @param rows the rows
 * @param binary whether outcomes are 0 and 1
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never compared
public record TrainingSet(List<String> features, boolean[] texts, List<Row> rows, boolean binary) {

    /**
     * A row.
     *
     * @param cells by feature
     * @param propensity chance to be treated
     */
    @SuppressWarnings("ArrayRecordComponent") // many, never compared
    public record Row(EncodedFeature.Cell[] cells, boolean treated, double propensity, double outcome) {}

    /** Its numbers. */
    public Trial trial(FeatureEncoder encoder) {
        int n = rows.size();
        float[] values = new float[n * encoder.columns()];
        boolean[] treated = new boolean[n];
        double[] outcome = new double[n];
        double[] propensity = new double[n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            encoder.encode(row.cells(), values, i * encoder.columns());
            treated[i] = row.treated();
            outcome[i] = row.outcome();
            propensity[i] = row.propensity();
        }
        double[] clipped = Trial.clip(propensity);
        return new Trial(
                new FeatureTable(values, encoder.columns()),
                new Observations(treated, outcome, Trial.inverseWeights(treated, clipped)),
                clipped,
                binary);
    }
}
