package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the customer has at home that a product which they look at or buy is for. A battery has no complements of its own, but
 * who buys one for the camera that they bought here may want a bag for it, too. Only where a relation leads from what
 * is owned to the product, and fits if it must, and only for products that lead nowhere themselves: beside a camera, cameras
 * at home are none of the visit's business. Nor are they with another camera in the cart: a bag for the one at home would
 * be taken for one that fits the new one.
 */
final class OwnedHosts {

    /** The latest of what is owned that is looked through. */
    private static final int MOST_OWNED = 50;

    /** More would be another visit. */
    private static final int MOST = 2;

    private OwnedHosts() {}

    /**
     * The hosts, the latest bought first.
     *
     * @param here what the visit is about
     */
    static List<Product> of(List<Product> here, List<Products.Owned> owned, CatalogSnapshot catalog) {
        if (owned.isEmpty() || here.isEmpty()) {
            return List.of();
        }
        List<Product> parts = new ArrayList<>();
        for (Product product : here) {
            if (!leadsOn(product, catalog)) {
                parts.add(product);
            }
        }
        List<Product> hosts = new ArrayList<>();
        int looked = 0;
        for (Products.Owned entry : owned) {
            Product host = entry.product();
            if (hosts.size() == MOST || looked++ == MOST_OWNED || parts.isEmpty()) {
                break;
            }
            if (!isReplacedHere(host, here) && !hosts.contains(host) && takesAny(host, parts, catalog)) {
                hosts.add(host);
            }
        }
        return hosts;
    }

    /** Whether the visit is about this product, or another that does the same. */
    static boolean isReplacedHere(Product host, List<Product> here) {
        for (Product product : here) {
            if (product.type().isA(host.type().type())
                    || host.type().isA(product.type().type())) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsOn(Product product, CatalogSnapshot catalog) {
        for (Relation relation : catalog.relations().from(product)) {
            if (relation.terms().kind().complements()) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesAny(Product host, List<Product> parts, CatalogSnapshot catalog) {
        for (Relation relation : catalog.relations().from(host)) {
            if (relation.terms().kind().complements()) {
                for (Product part : parts) {
                    if (relation.complement().matches(part) && fits(host, part, catalog)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean fits(Product host, Product part, CatalogSnapshot catalog) {
        return !catalog.fit().excluded(host, part)
                && (!catalog.fit().gated(host.type(), part.type())
                        || catalog.fit().match(host, part).isPresent());
    }
}
