package io.zugabe.recommendation.taste.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    @Test
    void twoByTwo_isTheInverseByHand() {
        SymmetricMatrix matrix = new SymmetricMatrix(2);
        matrix.add(0, 0, 5);
        matrix.add(1, 0, 3);
        matrix.add(1, 1, 4);

        Sweep.all(matrix, _ -> {});

        assertEquals(-4 / 11.0, matrix.get(0, 0), 1e-6);
        assertEquals(3 / 11.0, matrix.get(0, 1), 1e-6);
        assertEquals(-5 / 11.0, matrix.get(1, 1), 1e-6);
    }

    /** Around the width of a block and of a tile. */
    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 200, 1_100})
    void product_withTheMatrixItself_isTheIdentity(int size) {
        assertInverse(size, size);
    }

    @Property(tries = 50)
    void product_withTheMatrixItself_isTheIdentity(@ForAll @IntRange(min = 1, max = 140) int size, @ForAll int seed) {
        assertInverse(size, seed);
    }

    @Test
    void progress_growsToOne() {
        List<Double> told = new ArrayList<>();
        Sweep.all(positive(150, 1), told::add);

        assertEquals(List.of(64 / 150.0, 128 / 150.0, 1.0), told);
    }

    @Test
    void notPositiveDefinite_isRefused() {
        SymmetricMatrix matrix = new SymmetricMatrix(2);
        matrix.add(0, 0, 1);
        matrix.add(1, 0, 2);
        matrix.add(1, 1, 1);

        assertThrows(ArithmeticException.class, () -> Sweep.all(matrix, _ -> {}));
    }

    private static void assertInverse(int size, long seed) {
        SymmetricMatrix swept = positive(size, seed);
        Sweep.all(swept, _ -> {});
        SymmetricMatrix matrix = positive(size, seed);
        for (int row = 0; row < size; row += 1 + size / 50) {
            for (int column = 0; column < size; column += 1 + size / 50) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum -= (double) matrix.get(row, i) * swept.get(i, column);
                }
                assertEquals(row == column ? 1 : 0, sum, 1e-3, "seed " + seed + ", " + row + ", " + column);
            }
        }
    }

    /** X·Xᵀ of sparse rows, and a ridge. */
    private static SymmetricMatrix positive(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SymmetricMatrix matrix = new SymmetricMatrix(size);
        for (int basket = 0; basket < 3 * size; basket++) {
            int[] products = random.ints(5, 0, size).sorted().distinct().toArray();
            for (int one : products) {
                for (int other : products) {
                    matrix.add(one, other, one >= other ? 1 : 0);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            matrix.add(i, i, 2);
        }
        return matrix;
    }
}
