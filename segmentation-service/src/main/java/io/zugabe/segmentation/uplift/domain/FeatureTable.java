package io.zugabe.segmentation.uplift.domain;

import java.util.Arrays;

/**
 * Numbers by row and column; NaN where one is missing. The array is not copied.
 *
 * @param values row after row
 * @param columns in each row
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never compared
public record FeatureTable(float[] values, int columns) {

    /** Number of rows. */
    public int rows() {
        return columns == 0 ? 0 : values.length / columns;
    }

    /** One number. */
    public float get(int row, int column) {
        return values[row * columns + column];
    }

    /** Some of the rows, in the order given. */
    public FeatureTable select(int[] rows) {
        float[] selected = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * columns, selected, i * columns, columns);
        }
        return new FeatureTable(selected, columns);
    }

    /** The same with one column more at the end. */
    public FeatureTable with(float[] column) {
        float[] wider = new float[column.length * (columns + 1)];
        for (int i = 0; i < column.length; i++) {
            System.arraycopy(values, i * columns, wider, i * (columns + 1), columns);
            wider[i * (columns + 1) + columns] = column[i];
        }
        return new FeatureTable(wider, columns + 1);
    }

    /** The numbers of a column. */
    public double[] column(int column) {
        double[] numbers = new double[rows()];
        Arrays.setAll(numbers, row -> get(row, column));
        return numbers;
    }
}
