package io.zugabe.recommendation.content.domain;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the catalog says of products, as numbers of features: brand, category, every value of every attribute, every word
 * of the name in every language. The same feature has the same number for all products.
 */
public final class Features {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** No feature's number. */
    static final int UNKNOWN = -1;

    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();

    /**
     * What is compared of a product.
     *
     * @param number of the product
     * @param type only products of one type are compared
     * @param texts names, to be split into words
     * @param facts "attribute=value", brand, category: compared as a whole
     */
    public record Described(int number, String type, List<String> texts, List<String> facts) {}

    public Features() {
        numbers.defaultReturnValue(UNKNOWN);
    }

    /** The features of a product, each once; those that are new get a number. */
    int[] of(Described product) {
        Set<String> features = texts(product);
        features.forEach(feature -> numbers.putIfAbsent(feature, numbers.size()));
        return features.stream().mapToInt(numbers::getInt).toArray();
    }

    /** The features of a product, each once; {@link #UNKNOWN} for those that no product had so far. */
    int[] find(Described product) {
        return texts(product).stream().mapToInt(numbers::getInt).toArray();
    }

    int size() {
        return numbers.size();
    }

    private static Set<String> texts(Described product) {
        Set<String> features = new TreeSet<>();
        for (String text : product.texts()) {
            for (String word : SEPARATORS.split(text.toLowerCase(Locale.ROOT))) {
                if (!word.isEmpty()) {
                    features.add(word);
                }
            }
        }
        product.facts().forEach(fact -> features.add("=" + fact));
        return features;
    }
}
