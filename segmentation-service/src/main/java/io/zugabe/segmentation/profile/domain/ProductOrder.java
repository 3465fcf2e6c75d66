package io.zugabe.segmentation.profile.domain;

import java.util.Comparator;

/**
 * A fixed order of products that has nothing to do with their names: where a customer has more
 * products than a profile holds, the first of this order are kept, whatever came first.
 */
public final class ProductOrder {

    /** The order: by a hash of the id, then by the id. */
    public static final Comparator<String> BY_HASH =
            Comparator.<String>comparingInt(ProductOrder::hash).thenComparing(Comparator.naturalOrder());

    private static final int GOLDEN = 0x9E3779B9;

    private ProductOrder() {}

    /** Ids that differ in the last character only have neighbouring hash codes; the product spreads them. */
    private static int hash(String product) {
        return product.hashCode() * GOLDEN;
    }
}
