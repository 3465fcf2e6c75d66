package io.zugabe.segmentation.uplift.adapter;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.uplift.domain.Dataset;
import io.zugabe.segmentation.uplift.domain.DatasetRow;
import io.zugabe.segmentation.uplift.domain.DeclaredFeature;
import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.uplift.domain.UnitRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Rows of tables training_dataset and training_row. */
final class TrainingDataRows {

    private TrainingDataRows() {}

    static Tuple values(String dataset, DatasetRow row) {
        Double[] numbers = new Double[row.cells().size()];
        String[] texts = new String[row.cells().size()];
        for (int i = 0; i < numbers.length; i++) {
            Cell cell = row.cells().get(i);
            numbers[i] = Double.isNaN(cell.number()) ? null : cell.number();
            texts[i] = cell.text().isEmpty() ? null : cell.text();
        }
        return Tuple.of(dataset, row.unitId(), row.arm(), row.propensity())
                .addValue(numbers)
                .addValue(texts)
                .addValue(row.binaryOutcome().orElse(null))
                .addValue(
                        row.continuousOutcome().isPresent()
                                ? row.continuousOutcome().getAsDouble()
                                : null)
                .addBoolean(row.matured());
    }

    static List<DatasetRow> rows(RowSet<Row> rows) {
        List<DatasetRow> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(row(row));
        }
        return found;
    }

    static List<UnitRow> unitRows(RowSet<Row> rows) {
        List<UnitRow> found = new ArrayList<>(rows.size());
        for (Row row : rows) {
            found.add(new UnitRow(row.getString(8), features(row, 9), row(row)));
        }
        return found;
    }

    private static DatasetRow row(Row row) {
        Double continuous = row.getDouble(6);
        return new DatasetRow(
                row.getString(0),
                row.getString(1),
                row.getDouble(2),
                cells((@Nullable Double[]) row.getArrayOfDoubles(3), (@Nullable String[]) row.getArrayOfStrings(4)),
                Optional.ofNullable(row.getBoolean(5)),
                continuous == null ? OptionalDouble.empty() : OptionalDouble.of(continuous),
                row.getBoolean(7));
    }

    private static List<Cell> cells(@Nullable Double[] numbers, @Nullable String[] texts) {
        List<Cell> cells = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            Double number = numbers[i];
            String text = texts[i];
            cells.add(new Cell(number == null ? Double.NaN : number, text == null ? "" : text.intern()));
        }
        return cells;
    }

    static List<Dataset> datasets(RowSet<Row> rows) {
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        for (Row row : rows) {
            Dataset dataset = datasets.computeIfAbsent(
                    row.getString(0),
                    name -> new Dataset(
                            name,
                            features(row, 1),
                            new ArrayList<>(),
                            row.getOffsetDateTime(3).toInstant(),
                            row.getOffsetDateTime(4).toInstant()));
            if (row.getString(5) != null) {
                dataset.arms().add(new Dataset.Arm(row.getString(5), row.getLong(6), row.getLong(7)));
            }
        }
        return List.copyOf(datasets.values());
    }

    static List<DeclaredFeature> features(Row row, int column) {
        String[] names = row.getArrayOfStrings(column);
        Boolean[] texts = row.getArrayOfBooleans(column + 1);
        List<DeclaredFeature> features = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            features.add(new DeclaredFeature(names[i], texts[i]));
        }
        return features;
    }
}
