package io.zugabe.segmentation.log.endpoint;

import com.google.type.Money;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.v1.Item;
import java.util.List;

/** The form of products in events. */
final class ItemRules {

    private static final int MOST_ITEMS = 5_000;
    private static final long MOST_UNITS = 1_000_000;
    private static final int LONGEST_CATEGORY = 200;

    private final MoneyRules money;

    ItemRules(MoneyRules money) {
        this.money = money;
    }

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
