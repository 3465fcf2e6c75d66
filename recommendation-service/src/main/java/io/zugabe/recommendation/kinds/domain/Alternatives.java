package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.Bucket;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.ProductRows;
import io.zugabe.recommendation.replica.domain.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What might replace a product: better ones and larger packs among the thousand of its type that do best, the cheapest
 * first.
 * Remembered for each product for as long as neither it nor the ranking of its type changes. Whoever reads it
 * compares anew: what is remembered says where to look, not what is true.
 */
public final class Alternatives {

    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_SCANNED = 1_000;
    private static final int MOST = 30;
    private static final int[] NONE = new int[0];

    private final Traits traits;
    private final ConcurrentHashMap<Integer, Found> remembered = new ConcurrentHashMap<>();

    public Alternatives(Traits traits) {
        this.traits = traits;
    }

    public Traits traits() {
        return traits;
    }

    /** Numbers of products that might replace this one; at most 30. */
    public int[] to(Product anchor, CatalogSnapshot catalog) {
        List<Trait> declared = traits.of(anchor.type());
        if (declared.isEmpty()) {
            return NONE;
        }
        Bucket sameType = catalog.select(new Selector.ByType(anchor.type().type()));
        Found known = remembered.get(anchor.number());
        if (known != null && known.anchor == anchor && known.sameType == sameType) {
            return known.numbers;
        }
        int[] numbers = search(anchor, sameType, catalog, declared);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(anchor.number(), new Found(anchor, sameType, numbers));
        return numbers;
    }

    private static int[] search(Product anchor, Bucket sameType, CatalogSnapshot catalog, List<Trait> declared) {
        List<Product> found = new ArrayList<>();
        ProductRows rows = catalog.rows();
        int end = Math.min(sameType.size(), MOST_SCANNED);
        for (int place = 0; place < end && found.size() < MOST; place++) {
            int number = sameType.at(place);
            if (rows.price(number) <= anchor.price().micros()) {
                continue;
            }
            @Nullable Product product = catalog.product(number);
            if (product != null
                    && number != anchor.number()
                    && product.type().type().equals(anchor.type().type())
                    && (Comparison.better(anchor, product, declared).isPresent()
                            || LargerPack.of(anchor, product, declared).isPresent())) {
                found.add(product);
            }
        }
        found.sort(Comparator.comparingLong((Product product) -> product.price().micros())
                .thenComparingInt(Product::number));
        return found.stream().mapToInt(Product::number).toArray();
    }

    private record Found(Product anchor, Bucket sameType, int[] numbers) {}
}
