package io.zugabe.recommendation.taste.domain;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Turns a symmetric positive definite matrix A in place into −A⁻¹, by sweeping its pivots (Beaton 1964;
 * Goodnight, "A Tutorial on the SWEEP Operator", The American Statistician 33, 1979): with D the inverse of
 * the pivot block K, A_ij −= A_iK·D·A_Kj, A_iK = A_iK·D, A_KK = −D. Blocks of pivots at a time, so that nearly
 * all of the n³ operations are sums of long rows, tiled to stay in the processor's cache. No pivoting is
 * needed for a positive definite matrix.
 */
final class Sweep {

    private static final int BLOCK = 64;
    private static final int TILE = 1_024;

    private final SymmetricMatrix matrix;
    private final int size;
    private final float[][] panel;
    private final float[][] swept;

    private Sweep(SymmetricMatrix matrix) {
        this.matrix = matrix;
        this.size = matrix.size();
        this.panel = new float[BLOCK][size];
        this.swept = new float[BLOCK][size];
    }

    /**
     * Sweeps all pivots.
     *
     * @param progress is told the share done, in [0, 1], after each block
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static void all(SymmetricMatrix matrix, DoubleConsumer progress) {
        Sweep sweep = new Sweep(matrix);
        for (int from = 0; from < sweep.size; from += BLOCK) {
            int to = Math.min(from + BLOCK, sweep.size);
            sweep.block(from, to);
            progress.accept((double) to / sweep.size);
        }
    }

    private void block(int from, int to) {
        int width = to - from;
        for (int pivot = 0; pivot < width; pivot++) {
            matrix.copyRow(from + pivot, panel[pivot]);
        }
        double[][] inverse = inverse(from, width);
        for (int pivot = 0; pivot < BLOCK; pivot++) {
            Arrays.fill(swept[pivot], 0);
            if (pivot < width) {
                for (int other = 0; other < width; other++) {
                    axpy((float) inverse[pivot][other], panel[other], swept[pivot]);
                }
            } else {
                Arrays.fill(panel[pivot], 0);
            }
        }
        for (int tile = 0; tile < size; tile += TILE) {
            for (int row = tile; row < size; row++) {
                if (row < from || row >= to) {
                    update(row, tile, Math.min(tile + TILE, row + 1));
                }
            }
        }
        writeBlock(from, to, inverse);
    }

    private void update(int row, int from, int to) {
        for (int pivot = 0; pivot < BLOCK; pivot += 4) {
            subtract(matrix.lower(row), from, to, row, pivot);
        }
    }

    /** Four pivots at once: the target is read and written a quarter as often. The compiler vectorises this loop. */
    private void subtract(float[] target, int from, int to, int row, int pivot) {
        float first = panel[pivot][row];
        float second = panel[pivot + 1][row];
        float third = panel[pivot + 2][row];
        float fourth = panel[pivot + 3][row];
        float[] one = swept[pivot];
        float[] two = swept[pivot + 1];
        float[] three = swept[pivot + 2];
        float[] four = swept[pivot + 3];
        for (int column = from; column < to; column++) {
            target[column] -=
                    (first * one[column] + second * two[column]) + (third * three[column] + fourth * four[column]);
        }
    }

    private static void axpy(float factor, float[] source, float[] target) {
        for (int column = 0; column < target.length; column++) {
            target[column] += factor * source[column];
        }
    }

    private void writeBlock(int from, int to, double[][] inverse) {
        for (int pivot = 0; pivot < to - from; pivot++) {
            float[] own = matrix.lower(from + pivot);
            System.arraycopy(swept[pivot], 0, own, 0, from);
            for (int other = 0; other <= pivot; other++) {
                own[from + other] = (float) -inverse[pivot][other];
            }
            for (int row = to; row < size; row++) {
                matrix.lower(row)[from + pivot] = swept[pivot][row];
            }
        }
    }

    /** Gauss–Jordan on the pivot block, in doubles. */
    private double[][] inverse(int from, int width) {
        double[][] block = new double[width][width];
        for (int row = 0; row < width; row++) {
            for (int column = 0; column < width; column++) {
                block[row][column] = panel[row][from + column];
            }
        }
        for (int pivot = 0; pivot < width; pivot++) {
            eliminate(block, pivot);
        }
        return block;
    }

    private static void eliminate(double[][] block, int pivot) {
        double[] own = block[pivot];
        double value = own[pivot];
        if (!(value > 0)) {
            throw new ArithmeticException("the matrix is not positive definite: pivot " + value);
        }
        own[pivot] = 1;
        for (int column = 0; column < own.length; column++) {
            own[column] /= value;
        }
        for (int row = 0; row < block.length; row++) {
            if (row != pivot) {
                double factor = block[row][pivot];
                block[row][pivot] = 0;
                for (int column = 0; column < own.length; column++) {
                    block[row][column] -= factor * own[column];
                }
            }
        }
    }
}
