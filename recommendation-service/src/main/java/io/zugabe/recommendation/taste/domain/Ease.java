package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Learns EASE^R (Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019): the linear model
 * that foretells each product of a basket from the others. With G = Σ w·x·xᵀ over baskets, plus the same over
 * customers and the likeness of texts, each with its factor, and P = (G + λI)⁻¹: W_ij = −P_ij / P_jj, W_ii = 0.
 * The sum of W_ij over a basket's products i estimates how likely it holds j as well.
 */
public final class Ease {

    /** Of the time: the rest is the inversion. */
    private static final double SUMMED = 0.1;

    private Ease() {}

    /** Bytes that learning takes at its peak beside the purchases. */
    public static long bytes(int products) {
        return SymmetricMatrix.bytes(products);
    }

    /**
     * Learns.
     *
     * @param progress is told the share done, in [0, 1]
     */
    public static ItemWeights learn(Purchases purchases, EaseSettings settings, DoubleConsumer progress) {
        SymmetricMatrix matrix = new SymmetricMatrix(purchases.products());
        add(purchases.baskets(), 1, purchases.latestDay(), settings, matrix);
        if (settings.customers() > 0) {
            add(purchases.byCustomer(), settings.customers(), purchases.latestDay(), settings, matrix);
        }
        if (settings.texts() > 0) {
            TextLikeness.addTo(matrix, purchases.texts(), settings.texts());
        }
        for (int product = 0; product < matrix.size(); product++) {
            matrix.add(product, product, (float) settings.ridge());
        }
        progress.accept(SUMMED);
        Sweep.all(matrix, share -> progress.accept(SUMMED + (1 - SUMMED) * share));
        return weights(matrix, settings.neighbours());
    }

    private static void add(
            List<Basket> baskets, double factor, double latestDay, EaseSettings settings, SymmetricMatrix matrix) {
        float[] weights = settings.weights().of(baskets, latestDay);
        for (int i = 0; i < weights.length; i++) {
            int[] products = baskets.get(i).products();
            float weight = (float) (factor * weights[i]);
            for (int one = 0; one < products.length; one++) {
                float[] row = matrix.lower(products[one]);
                for (int other = 0; other <= one; other++) {
                    row[products[other]] += weight;
                }
            }
        }
    }

    /** The matrix is −P by now; in −P_ij / P_jj its sign falls out. */
    private static ItemWeights weights(SymmetricMatrix swept, int neighbours) {
        ItemWeights.Builder weights = new ItemWeights.Builder(swept.size(), neighbours);
        int[] places = IntStream.range(0, swept.size()).toArray();
        float[] row = new float[swept.size()];
        for (int product = 0; product < row.length; product++) {
            swept.copyRow(product, row);
            for (int other = 0; other < row.length; other++) {
                row[other] = other == product ? 0 : -row[other] / swept.get(other, other);
            }
            weights.addRow(places, row);
        }
        return weights.build();
    }
}
