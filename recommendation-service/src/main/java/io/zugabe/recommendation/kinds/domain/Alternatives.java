package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.Bucket;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Selector;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What might replace a product: better ones and larger packs among the thousand of its type that do best, the cheapest
 * first.
 *
 * <p>The answer is a function of anchor and catalog alone. What is remembered only saves the search: of each type the products
 * that were looked through, and of each anchor what was found among exactly these. It is used while the ranking of the type is
 * the same and none of those products differs in anything that is compared, which is asked once for every catalog. So it needs
 * no time to live, and whoever remembers nothing answers the same.
 */
public final class Alternatives {

    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_TYPES = 2_000;
    private static final int MOST_SCANNED = 1_000;
    private static final int MOST = 30;
    private static final int[] NONE = new int[0];

    private final Traits traits;
    private final ConcurrentHashMap<Integer, Found> remembered = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Field> fields = new ConcurrentHashMap<>();

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
        Field field = field(anchor.type().type(), catalog);
        Found known = remembered.get(anchor.number());
        if (known != null && known.anchor == anchor && known.field == field) {
            return known.numbers;
        }
        int[] numbers = search(anchor, field, declared);
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(anchor.number(), new Found(anchor, field, numbers));
        return numbers;
    }

    private Field field(String type, CatalogSnapshot catalog) {
        Bucket ranked = catalog.select(new Selector.ByType(type));
        Field known = fields.get(type);
        if (known != null && known.ranked == ranked && known.isOf(catalog)) {
            return known;
        }
        if (fields.size() >= MOST_TYPES) {
            fields.clear();
        }
        Field read = new Field(ranked, catalog);
        fields.put(type, read);
        return read;
    }

    private static int[] search(Product anchor, Field field, List<Trait> declared) {
        List<Product> found = new ArrayList<>();
        for (int place = 0; place < field.products.length && found.size() < MOST; place++) {
            @Nullable Product product = field.products[place];
            if (product != null
                    && product.price().micros() > anchor.price().micros()
                    && product.number() != anchor.number()
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

    private record Found(Product anchor, Field field, int[] numbers) {}

    /** The products of a type that are looked through. */
    private static final class Field {
        private final Bucket ranked;
        private final @Nullable Product[] products;
        private volatile WeakReference<CatalogSnapshot> seen;

        Field(Bucket ranked, CatalogSnapshot catalog) {
            this.ranked = ranked;
            this.products = new Product[Math.min(ranked.size(), MOST_SCANNED)];
            for (int place = 0; place < products.length; place++) {
                products[place] = catalog.product(ranked.at(place));
            }
            this.seen = new WeakReference<>(catalog);
        }

        /** Whether a catalog has the same products, as far as they are compared. */
        boolean isOf(CatalogSnapshot catalog) {
            if (seen.refersTo(catalog)) {
                return true;
            }
            for (int place = 0; place < products.length; place++) {
                if (!isAlike(products[place], catalog.product(ranked.at(place)))) {
                    return false;
                }
            }
            seen = new WeakReference<>(catalog);
            return true;
        }

        /** Stock, ratings and the like are not compared. */
        private static boolean isAlike(@Nullable Product one, @Nullable Product other) {
            if (one == other || one == null || other == null) {
                return one == other;
            }
            return one.number() == other.number()
                    && one.price().equals(other.price())
                    && one.type().equals(other.type())
                    && one.brand().equals(other.brand())
                    && one.model().equals(other.model())
                    && one.variantGroup().equals(other.variantGroup())
                    && one.attributes().equals(other.attributes());
        }
    }
}
