package io.zugabe.segmentation.uplift.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.uplift.domain.DatasetRow;
import io.zugabe.segmentation.uplift.domain.DeclaredFeature;
import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.v1.FeatureValue;
import io.zugabe.segmentation.v1.TrainingRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads rows of one data set. */
final class TrainingRowReader {

    private static final int LONGEST_UNIT = 100;
    private static final int LONGEST_ARM = 60;
    private static final int LONGEST_TEXT = 200;

    private final List<DeclaredFeature> features;
    private final Map<String, DeclaredFeature> byName = new LinkedHashMap<>();

    TrainingRowReader(List<DeclaredFeature> features) {
        this.features = features;
        features.forEach(feature -> byName.put(feature.name(), feature));
    }

    /** The row; throws ZugabeException with every invalid field. */
    DatasetRow read(TrainingRow row) {
        Violations violations = Violations.ofRequest();
        violations.checkLength("unit_id", row.getUnitId(), 1, LONGEST_UNIT);
        violations.checkLength("arm", row.getArm(), 1, LONGEST_ARM);
        double propensity = row.getPropensity();
        violations.check(
                propensity > 0 && propensity < 1, "propensity", propensity, "must lie between 0 and 1, both excluded");
        row.getFeaturesMap().forEach((name, value) -> check(name, value, violations));
        violations.check(
                row.hasBinaryOutcome() || row.hasContinuousOutcome(),
                "outcome",
                "",
                "is required: binary_outcome, continuous_outcome or both");
        violations.check(
                Double.isFinite(row.getContinuousOutcome()),
                "continuous_outcome",
                row.getContinuousOutcome(),
                "must be a finite number");
        violations.throwIfAny();
        return new DatasetRow(
                row.getUnitId(),
                row.getArm(),
                propensity,
                cells(row.getFeaturesMap()),
                row.hasBinaryOutcome() ? Optional.of(row.getBinaryOutcome()) : Optional.empty(),
                row.hasContinuousOutcome() ? OptionalDouble.of(row.getContinuousOutcome()) : OptionalDouble.empty(),
                row.getMatured());
    }

    private void check(String name, FeatureValue value, Violations violations) {
        String field = "features." + name;
        DeclaredFeature feature = byName.get(name);
        if (feature == null) {
            violations.add(field, "is not declared; declared are " + String.join(", ", byName.keySet()));
            return;
        }
        switch (value.getKindCase()) {
            case NUMBER -> {
                if (violations.check(!feature.text(), field, value.getNumber(), "must be a text, as declared")) {
                    violations.check(
                            Double.isFinite(value.getNumber()), field, value.getNumber(), "must be a finite number");
                }
            }
            case TEXT -> {
                if (violations.check(feature.text(), field, value.getText(), "must be a number, as declared")) {
                    violations.checkLength(field, value.getText(), 1, LONGEST_TEXT);
                }
            }
            case KIND_NOT_SET -> violations.add(field, "has no value; leave the feature out if it is unknown");
        }
    }

    private List<Cell> cells(Map<String, FeatureValue> values) {
        List<Cell> cells = new ArrayList<>(features.size());
        for (DeclaredFeature feature : features) {
            FeatureValue value = values.get(feature.name());
            if (value == null) {
                cells.add(Cell.MISSING);
            } else {
                cells.add(feature.text() ? new Cell(Double.NaN, value.getText()) : new Cell(value.getNumber(), ""));
            }
        }
        return cells;
    }
}
