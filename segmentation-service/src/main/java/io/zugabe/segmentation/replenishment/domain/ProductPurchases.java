package io.zugabe.segmentation.replenishment.domain;

import io.zugabe.segmentation.profile.domain.Product;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a customer bought of a product.
 *
 * @param purchases days with a purchase of it, 1 or more
 * @param units units bought
 * @param returnedUnits units that came back
 * @param lastUnits units of the last purchase; 0 if unknown, as of what was counted before they were: then as
 *     many as usual for the customer
 * @param last not before {@code first}
 */
public record ProductPurchases(
        String product, long purchases, long units, long returnedUnits, long lastUnits, Instant first, Instant last) {

    /** What a profile says of the products that are bought again. Orders of one day are not told apart in it. */
    public static List<ProductPurchases> of(Profile profile, ReplenishmentModel model) {
        return profile.products().keySet().stream()
                .filter(model.products()::containsKey)
                .flatMap(product -> of(profile, product).stream())
                .toList();
    }

    /** What a profile says of a product; empty if it was never bought. */
    public static Optional<ProductPurchases> of(Profile profile, String name) {
        Product product = profile.products().get(name);
        Instant first = product == null ? null : product.firstPurchase();
        Instant last = product == null ? null : product.lastPurchase();
        if (product == null || first == null || last == null) {
            return Optional.empty();
        }
        // days are rounded: two orders of one day are one purchase
        long days = Duration.between(first, last).toDays();
        return Optional.of(new ProductPurchases(
                name,
                Math.max(1, Math.min(product.orders(), days + 1)),
                product.bought(),
                product.returned(),
                product.lastUnits(),
                first,
                last));
    }
}
