package io.zugabe.segmentation.uplift.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What happened to one unit in an experiment.
 *
 * @param propensity chance to be in its arm
 * @param cells by declared feature
 * @param matured whether the outcome can no longer change
 */
public record DatasetRow(
        String unitId,
        String arm,
        double propensity,
        List<EncodedFeature.Cell> cells,
        Optional<Boolean> binaryOutcome,
        OptionalDouble continuousOutcome,
        boolean matured) {

    public DatasetRow {
        cells = List.copyOf(cells);
    }
}
