package io.zugabe.segmentation.returns.domain;

import io.zugabe.segmentation.profile.domain.Product;
import io.zugabe.segmentation.profile.domain.Profile;
import java.util.List;
import java.util.Map;

/** What a customer bought, and what of it came back. */
public record ReturnHistory(List<Bought> products) {

    public ReturnHistory {
        products = List.copyOf(products);
    }

    /** What a profile says; units that were cancelled were never bought. */
    public static ReturnHistory of(Profile profile) {
        return new ReturnHistory(profile.products().entrySet().stream()
                .filter(entry -> sent(entry.getValue()) > 0)
                .map(ReturnHistory::bought)
                .toList());
    }

    private static Bought bought(Map.Entry<String, Product> entry) {
        Product product = entry.getValue();
        double sent = sent(product);
        double returned = Math.min(1, (product.returned() - product.cancelled()) / sent);
        return new Bought(
                entry.getKey(),
                "",
                Math.max(1, product.orders()),
                returned,
                Math.min(returned, product.faulty() / sent));
    }

    private static long sent(Product product) {
        return product.bought() - product.cancelled();
    }

    /**
     * A product that the customer bought.
     *
     * @param category empty if unknown
     * @param orders orders with it, 1 or more
     * @param returned share of the units that came back, in [0, 1]
     * @param faulty share of the units that came back by the shop's or the product's fault, in [0, returned];
     *     0 if reasons are not known
     */
    public record Bought(String product, String category, long orders, double returned, double faulty) {}
}
