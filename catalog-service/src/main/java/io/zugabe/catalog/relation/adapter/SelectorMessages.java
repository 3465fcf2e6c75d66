package io.zugabe.catalog.relation.adapter;

import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.ProductSelector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Selectors as messages. */
public final class SelectorMessages {

    /** Between the elements of a category path that is written as one text. */
    public static final String CATEGORY_SEPARATOR = " > ";

    private SelectorMessages() {}

    /** A selector from a message in which something is set. */
    public static Selector toSelector(ProductSelector message) {
        return switch (message.getByCase()) {
            case PRODUCT_ID -> new Selector.ByProduct(message.getProductId());
            case GTIN -> new Selector.ByGtin(message.getGtin());
            case TYPE -> new Selector.ByType(message.getType());
            case CATEGORY ->
                new Selector.ByCategory(List.of(message.getCategory().split(CATEGORY_SEPARATOR, -1)));
            case ATTRIBUTE -> toSelector(message.getAttribute());
            case BY_NOT_SET -> throw new IllegalArgumentException("a selector that selects nothing");
        };
    }

    private static Selector toSelector(AttributeMatch match) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(match.getAttribute(), match.getValue());
        new TreeMap<>(match.getAlsoMap()).forEach(wanted::putIfAbsent);
        return new Selector.ByAttributes(match.getType(), wanted);
    }

    private static AttributeMatch toMessage(Selector.ByAttributes attributes) {
        AttributeMatch.Builder message = AttributeMatch.newBuilder().setType(attributes.type());
        attributes.wanted().forEach((attribute, value) -> {
            if (message.getAttribute().isEmpty()) {
                message.setAttribute(attribute).setValue(value);
            } else {
                message.putAlso(attribute, value);
            }
        });
        return message.build();
    }

    /** A selector as a message. */
    public static ProductSelector toMessage(Selector selector) {
        ProductSelector.Builder message = ProductSelector.newBuilder();
        switch (selector) {
            case Selector.ByProduct(String id) -> message.setProductId(id);
            case Selector.ByGtin(String gtin) -> message.setGtin(gtin);
            case Selector.ByType(String type) -> message.setType(type);
            case Selector.ByCategory(List<String> path) -> message.setCategory(String.join(CATEGORY_SEPARATOR, path));
            case Selector.ByAttributes attributes -> message.setAttribute(toMessage(attributes));
        }
        return message.build();
    }
}
