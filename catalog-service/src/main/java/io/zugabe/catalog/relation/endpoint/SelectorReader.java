package io.zugabe.catalog.relation.endpoint;

import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.product.domain.Gtin;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.relation.adapter.SelectorMessages;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.kit.error.Violations;
import java.util.List;
import java.util.TreeMap;

/** Checks selectors in messages. */
public final class SelectorReader {

    private static final int LONGEST_VALUE = 1_000;
    private static final int MOST_ALSO = 10;
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
                checkAlso(violations, field + ".attribute.also", selector.getAttribute());
            }
            case BY_NOT_SET -> violations.add(field, "selects nothing; set exactly one of its fields");
        }
    }

    private static void checkAlso(Violations violations, String field, AttributeMatch match) {
        violations.checkSize(field, List.copyOf(match.getAlsoMap().keySet()), 0, MOST_ALSO);
        new TreeMap<>(match.getAlsoMap()).forEach((attribute, value) -> {
            Fields.checkKey(violations, field, attribute);
            violations.check(
                    !attribute.equals(match.getAttribute()), field, attribute, "is the attribute that is selected by");
            violations.checkLength(field + "[" + attribute + "]", value, 1, LONGEST_VALUE);
        });
    }

    /**
     * Notes that a selector names an attribute that its declared type does not have, or a value that cannot be one.
     * What is wrong with its form is for {@link #check}.
     */
    public static void checkAttribute(
            Violations violations, String field, ProductSelector selector, SelectorVocabulary vocabulary) {
        if (selector.getByCase() == ProductSelector.ByCase.ATTRIBUTE
                && !selector.getAttribute().getValue().isEmpty()) {
            vocabulary
                    .wrongAttribute(SelectorMessages.toSelector(selector))
                    .ifPresent(wrong -> add(violations, field, selector, wrong));
        }
    }

    /** Notes that a selector names a type that nobody declares and of which there is no product. */
    public static void checkType(
            Violations violations, String field, ProductSelector selector, SelectorVocabulary vocabulary) {
        String type = selector.hasAttribute() ? selector.getAttribute().getType() : selector.getType();
        if (Fields.KEY.matcher(type).matches()) {
            vocabulary
                    .wrongType(SelectorMessages.toSelector(selector))
                    .ifPresent(wrong -> add(violations, field, selector, wrong));
        }
    }

    private static void add(
            Violations violations, String field, ProductSelector selector, SelectorVocabulary.Misnomer wrong) {
        String below = switch (wrong.element()) {
            case TYPE -> selector.hasAttribute() ? ".attribute.type" : ".type";
            case ATTRIBUTE ->
                selector.getAttribute().containsAlso(wrong.written()) ? ".attribute.also" : ".attribute.attribute";
            case VALUE ->
                selector.getAttribute().getValue().equals(wrong.written()) ? ".attribute.value" : ".attribute.also";
        };
        violations.check(false, field + below, wrong.written(), wrong.why());
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
