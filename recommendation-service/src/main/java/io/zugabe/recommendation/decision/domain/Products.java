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
        List<Product> asked = known(request.anchors(), catalog, unknown);
        List<String> lines = new ArrayList<>(request.cart().size());
        request.cart().forEach(line -> lines.add(line.productId()));
        List<Product> cart = known(lines, catalog, unknown);
        List<Owned> owned = new ArrayList<>();
        for (CustomerProfile.Owned entry : profile.owned()) {
            catalog.find(entry.productId())
                    .ifPresent(product -> owned.add(new Owned(product, entry.time(), entry.orders())));
        }
        List<Product> recent = new ArrayList<>();
        for (CustomerProfile.Recent entry : profile.recent()) {
            catalog.find(entry.productId()).ifPresent(recent::add);
        }
        List<Product> anchors = new ArrayList<>(anchors(request.placement(), asked, cart, owned, recent));
        if (request.placement().isOfSession()) {
            anchors.addAll(OwnedHosts.of(anchors, owned, catalog));
        }
        return new Products(
                asked, cart, owned, List.copyOf(anchors), List.copyOf(unknown), cartMicros(request, catalog));
    }

    /** When the customer last bought a product; empty if they did not, or sent it back. */
    Optional<Instant> boughtAt(Product product) {
        for (Owned entry : owned) {
            if (entry.product().number() == product.number()) {
                return Optional.of(entry.time());
            }
        }
        return Optional.empty();
    }

    /** Whether a product is asked about or in the cart, rather than what the customer has at home. */
    boolean isHere(Product product) {
        return asked.contains(product) || cart.contains(product);
    }

    /** What the customer owns and does not use up, latest first. */
    List<Product> lasting() {
        List<Product> lasting = new ArrayList<>();
        for (Owned entry : owned) {
            if (!entry.product().consumable()) {
                lasting.add(entry.product());
            }
        }
        return lasting;
    }

    private static List<Product> anchors(
            Placement placement, List<Product> asked, List<Product> cart, List<Owned> owned, List<Product> recent) {
        Set<Product> anchors = new LinkedHashSet<>(asked);
        switch (placement) {
            case PRODUCT_PAGE, THANK_YOU -> {
                // what is asked about, and nothing else
            }
            case CART, CHECKOUT -> anchors.addAll(cart);
            case HOME -> {
                anchors.addAll(first(recent));
                for (Owned entry : first(owned)) {
                    if (!entry.product().consumable()) {
                        anchors.add(entry.product());
                    }
                }
            }
            case FOLLOW_UP -> owned.forEach(entry -> anchors.add(entry.product()));
            case SERVICE_CALL -> {
                if (asked.isEmpty()) {
                    first(owned).forEach(entry -> anchors.add(entry.product()));
                }
            }
        }
        return List.copyOf(anchors);
    }

    private static <T> List<T> first(List<T> history) {
        return history.subList(0, Math.min(MOST_FROM_HISTORY, history.size()));
    }

    private static List<Product> known(List<String> ids, CatalogSnapshot catalog, Set<String> unknown) {
        Set<Product> found = new LinkedHashSet<>();
        for (String id : ids) {
            catalog.find(id).ifPresentOrElse(found::add, () -> unknown.add(id));
        }
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
