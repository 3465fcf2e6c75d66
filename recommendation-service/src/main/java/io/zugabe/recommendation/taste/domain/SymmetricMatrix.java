package io.zugabe.recommendation.taste.domain;

/** A symmetric matrix of floats; only its lower triangle is stored, so n rows take 2·n² bytes. */
final class SymmetricMatrix {

    private final float[][] rows;

    SymmetricMatrix(int size) {
        rows = new float[size][];
        for (int row = 0; row < size; row++) {
            rows[row] = new float[row + 1];
        }
    }

    /** Bytes that a matrix takes. */
    static long bytes(long size) {
        return 2 * size * size;
    }

    int size() {
        return rows.length;
    }

    float get(int row, int column) {
        return row >= column ? rows[row][column] : rows[column][row];
    }

    void add(int row, int column, float value) {
        if (row >= column) {
            rows[row][column] += value;
        } else {
            rows[column][row] += value;
        }
    }

    /** Entries 0 to {@code row} of a row; for reading and writing. */
    float[] lower(int row) {
        return rows[row];
    }

    /** Copies a whole row. */
    void copyRow(int row, float[] into) {
        System.arraycopy(rows[row], 0, into, 0, row + 1);
        for (int below = row + 1; below < rows.length; below++) {
            into[below] = rows[below][row];
        }
    }
}
