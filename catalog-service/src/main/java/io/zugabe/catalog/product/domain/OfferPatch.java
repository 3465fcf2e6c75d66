package io.zugabe.catalog.product.domain;

import org.jspecify.annotations.Nullable;

/**
 * What changed of a product's offer; null stays as it is.
 *
 * @param productId the product
 * @param price including tax
 * @param stock units in stock
 * @param unitsSold in the last 30 days
 */
public record OfferPatch(
        String productId,
        @Nullable Money price,
        @Nullable Money cost,
        @Nullable Long stock,
        @Nullable Long unitsSold) {

    /** This patch and then a later one of the same product, as one. */
    public OfferPatch then(OfferPatch later) {
        return new OfferPatch(
                productId,
                later.price == null ? price : later.price,
                later.cost == null ? cost : later.cost,
                later.stock == null ? stock : later.stock,
                later.unitsSold == null ? unitsSold : later.unitsSold);
    }
}
