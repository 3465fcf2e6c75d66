package io.zugabe.segmentation.uplift.domain;

import java.util.List;

/**
 * A row of a data set, as whoever it is about may see it.
 *
 * @param features what the row's cells are
 */
public record UnitRow(String dataset, List<DeclaredFeature> features, DatasetRow row) {

    public UnitRow {
        features = List.copyOf(features);
    }
}
