package io.zugabe.segmentation.uplift.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Features as the columns that trees read. The same rows give the same columns, in any order of rows. */
public record FeatureEncoder(List<EncodedFeature> features) {

    public FeatureEncoder {
        features = List.copyOf(features);
    }

    /** Learns which levels texts have. */
    public static FeatureEncoder learn(TrainingSet set) {
        List<EncodedFeature> features = new ArrayList<>();
        for (int feature = 0; feature < set.features().size(); feature++) {
            boolean text = set.texts()[feature];
            features.add(
                    new EncodedFeature(set.features().get(feature), text, text ? levels(set, feature) : List.of()));
        }
        return new FeatureEncoder(features);
    }

    private static List<String> levels(TrainingSet set, int feature) {
        Map<String, Integer> counts = new TreeMap<>();
        for (TrainingSet.Row row : set.rows()) {
            String level = row.cells()[feature].text();
            if (!level.isEmpty()) {
                counts.merge(level, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(EncodedFeature.MOST_LEVELS)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Number of columns. */
    public int columns() {
        return features.stream().mapToInt(EncodedFeature::columns).sum();
    }

    /** A name for each column. */
    public List<String> columnNames() {
        List<String> names = new ArrayList<>();
        for (EncodedFeature feature : features) {
            if (feature.text()) {
                feature.levels().forEach(level -> names.add(feature.name() + "=" + level));
            } else {
                names.add(feature.name());
            }
        }
        return names;
    }

    void encode(Cell[] cells, float[] values, int from) {
        int column = from;
        for (int i = 0; i < cells.length; i++) {
            features.get(i).encode(cells[i], values, column);
            column += features.get(i).columns();
        }
    }

    /** The features of a customer as one row. */
    FeatureTable encode(Cell[] cells) {
        float[] values = new float[columns()];
        encode(cells, values, 0);
        return new FeatureTable(values, values.length);
    }

    /** The values of a customer's features that are read. */
    Cell[] cells(FeatureVector vector) {
        Cell[] cells = new Cell[features.size()];
        for (int i = 0; i < cells.length; i++) {
            FeatureValue value = vector.values().get(features.get(i).name());
            cells[i] = value == null ? Cell.MISSING : EncodedFeature.cell(value);
        }
        return cells;
    }

    /** Sums what columns have by feature. */
    double[] byFeature(double[] byColumn) {
        double[] sums = new double[features.size()];
        int column = 0;
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < features.get(i).columns(); j++) {
                sums[i] += byColumn[column++];
            }
        }
        return sums;
    }
}
