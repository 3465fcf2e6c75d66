package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The products that a decision is about.
 *
 * @param asked the request's anchors
 * @param cart what is in the cart
 * @param owned what the customer bought and kept, latest first
 * @param anchors what offers are to complement here
 * @param unknown products of the request that the catalog does not know
 * @param cartMicros what the cart costs
 */
record Products(
        List<Product> asked,
        List<Product> cart,
        List<Owned> owned,
        List<Product> anchors,
        List<String> unknown,
        long cartMicros) {

    private static final int MOST_FROM_HISTORY = 10;

    /** A product that the customer has, since when, and from how many orders. */
    record Owned(Product product, Instant time, long orders) {}

    static Products of(OfferRequest request, CustomerProfile profile, CatalogSnapshot catalog) {
        Set<String> unknown = new LinkedHashSet<>();
        List<Product> asked = known(request.anchors().stream(), catalog, unknown);
        List<Product> cart = known(request.cart().stream().map(OfferRequest.CartLine::productId), catalog, unknown);
        List<Owned> owned = new ArrayList<>();
        for (CustomerProfile.Owned entry : profile.owned()) {
            catalog.find(entry.productId())
                    .ifPresent(product -> owned.add(new Owned(product, entry.time(), entry.orders())));
        }
        List<Product> recent =
                known(profile.recent().stream().map(CustomerProfile.Recent::productId), catalog, new LinkedHashSet<>());
        List<Product> anchors = anchors(request.placement(), asked, cart, owned, recent);
        return new Products(asked, cart, owned, anchors, List.copyOf(unknown), cartMicros(request, catalog));
    }

    /** When the customer last bought a product; empty if they did not, or sent it back. */
    Optional<Instant> boughtAt(Product product) {
        return owned.stream()
                .filter(entry -> entry.product().number() == product.number())
                .map(Owned::time)
                .findFirst();
    }

    private static List<Product> anchors(
            Placement placement, List<Product> asked, List<Product> cart, List<Owned> owned, List<Product> recent) {
        Stream<Product> latestOwned = owned.stream().map(Owned::product).limit(MOST_FROM_HISTORY);
        return switch (placement) {
            case PRODUCT_PAGE, THANK_YOU -> distinct(asked.stream());
            case CART, CHECKOUT -> distinct(Stream.concat(asked.stream(), cart.stream()));
            case HOME -> {
                Stream<Product> durable = latestOwned.filter(product -> !product.consumable());
                Stream<Product> history = Stream.concat(recent.stream().limit(MOST_FROM_HISTORY), durable);
                yield distinct(Stream.concat(asked.stream(), history));
            }
            case FOLLOW_UP ->
                distinct(Stream.concat(asked.stream(), owned.stream().map(Owned::product)));
            case SERVICE_CALL -> distinct(asked.isEmpty() ? latestOwned : asked.stream());
        };
    }

    private static List<Product> distinct(Stream<Product> products) {
        return products.distinct().toList();
    }

    private static List<Product> known(Stream<String> ids, CatalogSnapshot catalog, Set<String> unknown) {
        List<Product> found = new ArrayList<>();
        ids.distinct().forEach(id -> catalog.find(id).ifPresentOrElse(found::add, () -> unknown.add(id)));
        return List.copyOf(found);
    }

    private static long cartMicros(OfferRequest request, CatalogSnapshot catalog) {
        double total = 0;
        for (OfferRequest.CartLine line : request.cart()) {
            long price = line.price()
                    .or(() -> catalog.find(line.productId()).map(Product::price))
                    .map(money -> money.micros())
                    .orElse(0L);
            total += (double) price * line.quantity();
        }
        return Math.round(total);
    }
}
