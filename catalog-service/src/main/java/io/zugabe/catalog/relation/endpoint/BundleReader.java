package io.zugabe.catalog.relation.endpoint;

import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.product.endpoint.MoneyRules;
import io.zugabe.catalog.relation.domain.Bundle;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.ProductSelector.ByCase;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.kit.error.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Checks the terms of bundles. */
final class BundleReader {

    private static final int MOST_FURTHER = 8;

    private final MoneyRules money;

    BundleReader(MoneyRules money) {
        this.money = money;
    }

    /**
     * Notes what is wrong with the terms of a bundle, or that there are some where none belong.
     *
     * @param listPrice the price of a product, if it is known
     */
    void check(Violations violations, Relation message, Function<String, Optional<Money>> listPrice) {
        if (message.getKind() != Relation.Kind.KIND_BUNDLE) {
            violations.check(!message.hasBundle(), "bundle", "…", "belongs to KIND_BUNDLE only");
            return;
        }
        checkProduct(violations, "anchor", message.getAnchor());
        checkProduct(violations, "complement", message.getComplement());
        io.zugabe.catalog.v1.Bundle bundle = message.getBundle();
        violations.checkSize("bundle.further_product_ids", bundle.getFurtherProductIdsList(), 0, MOST_FURTHER);
        List<String> products = new ArrayList<>(List.of(
                message.getAnchor().getProductId(), message.getComplement().getProductId()));
        products.addAll(bundle.getFurtherProductIdsList());
        Set<String> seen = new HashSet<>(products.subList(0, 1));
        checkTwice(violations, "complement.product_id", products.get(1), seen);
        for (int i = 0; i < Math.min(bundle.getFurtherProductIdsCount(), MOST_FURTHER); i++) {
            String field = "bundle.further_product_ids[" + i + "]";
            if (Fields.checkId(violations, field, bundle.getFurtherProductIds(i))) {
                checkTwice(violations, field, bundle.getFurtherProductIds(i), seen);
            }
        }
        checkPrice(violations, bundle);
        if (violations.isEmpty()) {
            Money price = ProductMessages.toMoney(bundle.getPackagePrice());
            Bundle.listPrice(products, listPrice)
                    .ifPresent(sum -> violations.check(
                            sum.amount().compareTo(price.amount()) >= 0,
                            "bundle.package_price",
                            price.asText(),
                            "is more than its products cost one by one, " + sum.asText()));
        }
    }

    private void checkPrice(Violations violations, io.zugabe.catalog.v1.Bundle bundle) {
        if (!bundle.hasPackagePrice()) {
            violations.add("bundle.package_price", "is required");
            return;
        }
        com.google.type.Money price = bundle.getPackagePrice();
        money.check(violations, "bundle.package_price", price);
        violations.check(
                price.getUnits() != 0 || price.getNanos() != 0,
                "bundle.package_price",
                "0",
                "must be above 0; what is free is a sample");
    }

    private static void checkProduct(Violations violations, String field, ProductSelector selector) {
        violations.check(
                selector.getByCase() == ByCase.PRODUCT_ID,
                field,
                selector.getByCase().name().toLowerCase(java.util.Locale.ROOT),
                "must be a product_id: a package price is a price of certain products");
    }

    private static void checkTwice(Violations violations, String field, String id, Set<String> seen) {
        violations.check(id.isEmpty() || seen.add(id), field, id, "is in the bundle already");
    }
}
