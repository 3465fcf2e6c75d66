package io.zugabe.recommendation.taste.domain;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How alike the texts of products are: cosine of their words, each weighted by its inverse document
 * frequency ln(n / products with it); 1 with itself.
 */
final class TextLikeness {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private TextLikeness() {}

    /** Adds the likeness of all pairs, times a factor, to a matrix. */
    static void addTo(SymmetricMatrix matrix, List<String> texts, double factor) {
        Map<String, IntArrayList> products = new HashMap<>();
        for (int product = 0; product < texts.size(); product++) {
            for (String word : words(texts.get(product))) {
                products.computeIfAbsent(word, _ -> new IntArrayList()).add(product);
            }
        }
        double[] norms = new double[texts.size()];
        for (IntArrayList with : products.values()) {
            double idf = idf(with, texts.size());
            with.forEach(product -> norms[product] += idf * idf);
        }
        for (IntArrayList with : inOrder(products)) {
            double idf = idf(with, texts.size());
            addPairs(matrix, with, norms, factor * idf * idf);
        }
        for (int product = 0; product < texts.size(); product++) {
            matrix.add(product, product, (float) factor);
        }
    }

    /** Sums of floats depend on their order, which must not change from run to run. */
    private static List<IntArrayList> inOrder(Map<String, IntArrayList> products) {
        return products.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void addPairs(SymmetricMatrix matrix, IntArrayList with, double[] norms, double weight) {
        List<Double> scales = new ArrayList<>(with.size());
        with.forEach(product -> scales.add(norms[product] > 0 ? 1 / Math.sqrt(norms[product]) : 0));
        double[] scale = scales.stream().mapToDouble(Double::doubleValue).toArray();
        for (int i = 1; i < scale.length; i++) {
            float[] row = matrix.lower(with.getInt(i));
            for (int j = 0; j < i; j++) {
                row[with.getInt(j)] += (float) (weight * scale[i] * scale[j]);
            }
        }
    }

    private static double idf(IntArrayList with, int products) {
        return Math.log((double) products / with.size());
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>();
        for (String word : SEPARATORS.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
