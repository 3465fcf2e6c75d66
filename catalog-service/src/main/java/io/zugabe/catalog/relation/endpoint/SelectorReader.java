package io.zugabe.catalog.relation.endpoint;

import io.zugabe.catalog.product.domain.Gtin;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.relation.adapter.SelectorMessages;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.kit.error.Violations;
import java.util.List;

/** Checks selectors in messages. */
public final class SelectorReader {

    private static final int LONGEST_VALUE = 1_000;
    private static final int DEEPEST_CATEGORY = 10;
    private static final int LONGEST_CATEGORY = 200;

    private SelectorReader() {}

    /** Notes what is wrong with a selector. */
    public static void check(Violations violations, String field, ProductSelector selector, boolean categoryAllowed) {
        switch (selector.getByCase()) {
            case PRODUCT_ID -> Fields.checkId(violations, field + ".product_id", selector.getProductId());
            case GTIN ->
                violations.check(
                        Gtin.isValid(selector.getGtin()),
                        field + ".gtin",
                        selector.getGtin(),
                        "is no GTIN of 8, 12, 13 or 14 digits with a valid check digit");
            case TYPE -> Fields.checkKey(violations, field + ".type", selector.getType());
            case CATEGORY -> checkCategory(violations, field + ".category", selector.getCategory(), categoryAllowed);
            case ATTRIBUTE -> {
                Fields.checkKey(
                        violations,
                        field + ".attribute.type",
                        selector.getAttribute().getType());
                Fields.checkKey(
                        violations,
                        field + ".attribute.attribute",
                        selector.getAttribute().getAttribute());
                violations.checkLength(
                        field + ".attribute.value", selector.getAttribute().getValue(), 1, LONGEST_VALUE);
            }
            case BY_NOT_SET -> violations.add(field, "selects nothing; set exactly one of its fields");
        }
    }

    private static void checkCategory(Violations violations, String field, String category, boolean allowed) {
        if (!allowed) {
            violations.add(field, "\"" + category + "\" is a category of the shop, which a maker's list cannot mean");
            return;
        }
        List<String> path = List.of(category.split(SelectorMessages.CATEGORY_SEPARATOR, -1));
        if (violations.checkSize(field, path, 1, DEEPEST_CATEGORY)) {
            path.forEach(each -> violations.checkLength(field, each, 1, LONGEST_CATEGORY));
        }
    }
}
