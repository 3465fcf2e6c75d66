package io.zugabe.segmentation.log.endpoint;

import com.google.type.Money;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.log.KnownProducts;
import io.zugabe.segmentation.v1.Item;
import java.util.List;

/** The form of products in events. */
final class ItemRules {

    private static final int MOST_ITEMS = 5_000;
    private static final long MOST_UNITS = 1_000_000;
    private static final int LONGEST_CATEGORY = 200;

    private final MoneyRules money;
    private final KnownProducts products;

    ItemRules(MoneyRules money, KnownProducts products) {
        this.money = money;
        this.products = products;
    }

    /** Checks products that the shop offers at the time. */
    void checkOffered(Violations violations, List<Item> items) {
        check(violations, items);
        if (items.size() <= MOST_ITEMS) {
            for (int i = 0; i < items.size(); i++) {
                checkKnown(violations.at("items[" + i + "]"), items.get(i).getProductId());
            }
        }
    }

    /** Checks that the catalog has a product, as far as the catalog is known. */
    void checkKnown(Violations violations, String productId) {
        violations.check(
                productId.isEmpty() || products.mayExist(productId), "product_id", productId, "is not in the catalog");
    }

    /** Checks products that the shop may have stopped to offer. */
    void check(Violations violations, List<Item> items) {
        if (violations.checkSize("items", items, 1, MOST_ITEMS)) {
            for (int i = 0; i < items.size(); i++) {
                check(violations.at("items[" + i + "]"), items.get(i));
            }
        }
    }

    private void check(Violations violations, Item item) {
        FieldRules.checkName(violations, "product_id", item.getProductId());
        violations.check(
                item.getQuantity() >= 0 && item.getQuantity() <= MOST_UNITS,
                "quantity",
                item.getQuantity(),
                "must be 1 to 1,000,000, or 0 for 1");
        FieldRules.checkLabel(violations, "category", item.getCategory(), 0, LONGEST_CATEGORY);
        boolean priced = item.hasPrice() && money.check(violations, "price", item.getPrice());
        if (item.hasCost()) {
            money.check(violations, "cost", item.getCost());
        }
        if (item.hasDiscount() && money.check(violations, "discount", item.getDiscount())) {
            checkDiscount(violations, item, priced);
        }
    }

    private static void checkDiscount(Violations violations, Item item, boolean priced) {
        Money price = priced ? item.getPrice() : Money.getDefaultInstance();
        if (priced || !item.hasPrice()) {
            violations.check(
                    MoneyRules.compare(item.getDiscount(), price) <= 0,
                    "discount",
                    MoneyRules.text(item.getDiscount()),
                    "must not be above the price, " + MoneyRules.text(price));
        }
    }
}
