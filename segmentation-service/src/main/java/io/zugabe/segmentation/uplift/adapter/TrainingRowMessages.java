package io.zugabe.segmentation.uplift.adapter;

import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.uplift.domain.UnitRow;
import io.zugabe.segmentation.v1.FeatureValue;
import io.zugabe.segmentation.v1.TrainingRow;

/** Rows of data sets as messages. */
public final class TrainingRowMessages {

    private TrainingRowMessages() {}

    /** A row as it was uploaded. */
    public static TrainingRow message(UnitRow unit) {
        TrainingRow.Builder message = TrainingRow.newBuilder()
                .setUnitId(unit.row().unitId())
                .setArm(unit.row().arm())
                .setPropensity(unit.row().propensity())
                .setMatured(unit.row().matured());
        unit.row().binaryOutcome().ifPresent(message::setBinaryOutcome);
        unit.row().continuousOutcome().ifPresent(message::setContinuousOutcome);
        for (int i = 0; i < unit.features().size(); i++) {
            String name = unit.features().get(i).name();
            Cell cell = unit.row().cells().get(i);
            if (!cell.text().isEmpty()) {
                message.putFeatures(
                        name, FeatureValue.newBuilder().setText(cell.text()).build());
            } else if (!Double.isNaN(cell.number())) {
                message.putFeatures(
                        name, FeatureValue.newBuilder().setNumber(cell.number()).build());
            }
        }
        return message.build();
    }
}
