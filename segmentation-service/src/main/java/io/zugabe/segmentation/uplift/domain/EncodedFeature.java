package io.zugabe.segmentation.uplift.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import java.util.List;

/**
 * A feature as columns of numbers: a number is one column, a text one column per level, 1 in the column of
 * its level; other texts are 0 in all of them.
 *
 * @param levels most frequent first; empty for a number
 */
public record EncodedFeature(String name, boolean text, List<String> levels) {

    /** More levels than these would hardly have enough rows to learn from. */
    static final int MOST_LEVELS = 20;

    public EncodedFeature {
        levels = List.copyOf(levels);
    }

    int columns() {
        return text ? levels.size() : 1;
    }

    /** Writes a value into a row; NaN for what is missing, or of another type. */
    void encode(Cell cell, float[] row, int column) {
        if (!text) {
            row[column] = (float) cell.number();
            return;
        }
        for (int level = 0; level < levels.size(); level++) {
            row[column + level] =
                    cell.text().isEmpty() ? Float.NaN : levels.get(level).equals(cell.text()) ? 1 : 0;
        }
    }

    /** What a feature's value is to a model that takes numbers and texts. */
    static Cell cell(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Number number -> new Cell(number.value(), "");
            case FeatureValue.Truth truth -> new Cell(truth.holds() ? 1 : 0, "");
            case FeatureValue.Text text -> new Cell(Double.NaN, text.text());
            case FeatureValue.Texts texts -> Cell.MISSING;
        };
    }

    /**
     * A value.
     *
     * @param number NaN if it is missing or a text
     * @param text empty if it is missing or a number
     */
    public record Cell(double number, String text) {
        public static final Cell MISSING = new Cell(Double.NaN, "");
    }
}
