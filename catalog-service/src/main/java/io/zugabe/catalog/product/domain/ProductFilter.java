package io.zugabe.catalog.product.domain;

import io.zugabe.catalog.schema.domain.Schema;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which products a list shows.
 *
 * @param type this type and those below it; empty for all
 * @param category first elements of the category path
 * @param words words, in lower case, that must all occur in id, brand, model or name
 */
public record ProductFilter(String type, List<String> category, List<String> words) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    public ProductFilter {
        category = List.copyOf(category);
        words = List.copyOf(words);
    }

    /** A filter with the words of a query. */
    public static ProductFilter of(String type, List<String> category, String query) {
        String stripped = query.strip().toLowerCase(Locale.ROOT);
        return new ProductFilter(type, category, stripped.isEmpty() ? List.of() : List.of(SPACE.split(stripped)));
    }

    /** Whether a product is shown. */
    public boolean accepts(Product product, Schema schema) {
        return (type.isEmpty() || schema.isA(product.type(), type))
                && startsWith(product.categoryPath())
                && (words.isEmpty() || containsAll(product));
    }

    private boolean startsWith(List<String> path) {
        return path.size() >= category.size()
                && path.subList(0, category.size()).equals(category);
    }

    private boolean containsAll(Product product) {
        String text = (product.id() + "\n" + product.brand() + "\n" + product.model() + "\n"
                        + String.join("\n", product.name().texts().values()))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
