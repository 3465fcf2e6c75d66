package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Purchases.Basket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@link Ease} does, word for word by its definition, in doubles and without any haste. */
final class Dense {

    private Dense() {}

    static double[][] combined(Purchases purchases, EaseSettings settings) {
        int n = purchases.products();
        double[][] g = new double[n][n];
        Map<Integer, Set<Integer>> products = new HashMap<>();
        Map<Integer, Double> days = new HashMap<>();
        for (Basket basket : purchases.baskets()) {
            if (basket.customer() >= 0) {
                days.merge(basket.customer(), basket.day(), Math::max);
                for (int product : basket.products()) {
                    products.computeIfAbsent(basket.customer(), _ -> new TreeSet<>())
                            .add(product);
                }
            }
        }
        List<Basket> customers = products.entrySet().stream()
                .map(entry -> new Basket(
                        entry.getValue().stream().mapToInt(i -> i).toArray(),
                        entry.getKey(),
                        days.getOrDefault(entry.getKey(), 0.0)))
                .toList();
        add(purchases.baskets(), 1, purchases.latestDay(), settings, g);
        add(customers, settings.customers(), purchases.latestDay(), settings, g);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                g[i][j] += settings.texts() * (i == j ? 1 : cosine(i, j, purchases.texts()));
            }
            g[i][i] += settings.ridge();
        }
        return g;
    }

    private static void add(List<Basket> baskets, double factor, double latest, EaseSettings settings, double[][] g) {
        double lines = 0;
        double weighted = 0;
        for (Basket basket : baskets) {
            lines += basket.products().length;
            weighted += weight(basket, latest, settings) * basket.products().length;
        }
        for (Basket basket : baskets) {
            for (int i : basket.products()) {
                for (int j : basket.products()) {
                    g[i][j] += factor * weight(basket, latest, settings) * lines / weighted;
                }
            }
        }
    }

    private static double weight(Basket basket, double latest, EaseSettings settings) {
        return Math.pow(basket.products().length, -settings.weights().sizeExponent())
                * Math.exp(-(latest - basket.day()) / settings.weights().days());
    }

    private static double cosine(int i, int j, List<String> texts) {
        Set<String> common = words(texts.get(i));
        common.retainAll(words(texts.get(j)));
        double norms = Math.sqrt(squares(words(texts.get(i)), texts) * squares(words(texts.get(j)), texts));
        return norms == 0 ? 0 : squares(common, texts) / norms;
    }

    private static double squares(Set<String> words, List<String> texts) {
        return words.stream()
                .mapToDouble(word -> Math.pow(
                        Math.log((double) texts.size()
                                / texts.stream()
                                        .filter(text -> words(text).contains(word))
                                        .count()),
                        2))
                .sum();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.split(" ")));
    }

    /** Gauss–Jordan with pivoting. */
    static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] both = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, both[i], 0, n);
            both[i][n + i] = 1;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            int best = pivot;
            for (int row = pivot; row < n; row++) {
                best = Math.abs(both[row][pivot]) > Math.abs(both[best][pivot]) ? row : best;
            }
            double[] swapped = both[pivot];
            both[pivot] = both[best];
            both[best] = swapped;
            double value = both[pivot][pivot];
            for (int column = 0; column < 2 * n; column++) {
                both[pivot][column] /= value;
            }
            for (int row = 0; row < n; row++) {
                double factor = both[row][pivot];
                for (int column = 0; row != pivot && column < 2 * n; column++) {
                    both[row][column] -= factor * both[pivot][column];
                }
            }
        }
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            inverse[i] = Arrays.copyOfRange(both[i], n, 2 * n);
        }
        return inverse;
    }
}
