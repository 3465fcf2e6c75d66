package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Product;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.List;

/** Counts what one list holds of brands, categories and types. */
final class CapCount {

    private final Wishes.Caps caps;
    private final boolean limited;
    private final Object2IntMap<String> brands = new Object2IntOpenHashMap<>();
    private final Object2IntMap<List<String>> categories = new Object2IntOpenHashMap<>();
    private final Object2IntMap<String> types = new Object2IntOpenHashMap<>();

    CapCount(Wishes.Caps caps) {
        this.caps = caps;
        this.limited = !caps.equals(Wishes.Caps.NONE);
    }

    /** Whether the list holds as many of a product's brand, category or type as it may. */
    boolean isReached(Product product) {
        return limited
                && (isReached(caps.perBrand(), brands.getInt(product.brand()))
                        || isReached(caps.perCategory(), categories.getInt(product.category()))
                        || isReached(caps.perType(), types.getInt(product.type().type())));
    }

    private static boolean isReached(int cap, int count) {
        return cap > 0 && count >= cap;
    }

    void add(Product product) {
        if (!limited) {
            return;
        }
        if (!product.brand().isEmpty()) {
            brands.put(product.brand(), brands.getInt(product.brand()) + 1);
        }
        if (!product.category().isEmpty()) {
            categories.put(product.category(), categories.getInt(product.category()) + 1);
        }
        types.put(product.type().type(), types.getInt(product.type().type()) + 1);
    }
}
