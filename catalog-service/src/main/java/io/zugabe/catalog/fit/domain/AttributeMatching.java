package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Gtin;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Reading;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.ValueReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a selector means a product. */
public final class AttributeMatching {

    private AttributeMatching() {}

    /** Whether a selector of any kind means a product; an attribute that is missing means no. */
    public static boolean selects(Schema schema, Selector selector, Product product) {
        return switch (selector) {
            case Selector.ByProduct(String id) -> product.id().equals(id);
            case Selector.ByGtin(String gtin) ->
                !product.gtin().isEmpty() && Gtin.padded(product.gtin()).equals(Gtin.padded(gtin));
            case Selector.ByType(String type) -> schema.isA(product.type(), type);
            case Selector.ByCategory(List<String> path) ->
                product.categoryPath().size() >= path.size()
                        && product.categoryPath().subList(0, path.size()).equals(path);
            case Selector.ByAttributes attributes ->
                schema.isA(product.type(), attributes.type())
                        && attributes.wanted().entrySet().stream()
                                .allMatch(each -> match(schema, each.getKey(), each.getValue(), product) == Match.YES);
        };
    }

    /** Whether a product has a value that is looked for. */
    static Match match(Schema schema, String attribute, String lookedFor, Product product) {
        AttributeValue value = valueOf(product, attribute);
        if (value == null) {
            return Match.UNKNOWN;
        }
        AttributeDeclaration declared = schema.attributes(product.type()).get(attribute);
        String wanted = declared == null ? lookedFor : canonical(declared, lookedFor);
        boolean equal = value instanceof AttributeValue.TextList list
                ? list.values().contains(wanted)
                : value.asText().equals(wanted)
                        || CanonicalSelectors.written(value).equals(wanted);
        return equal ? Match.YES : Match.NO;
    }

    private static @Nullable AttributeValue valueOf(Product product, String attribute) {
        return switch (attribute) {
            case "brand" -> product.brand().isEmpty() ? null : new AttributeValue.Text(product.brand());
            case "model" -> product.model().isEmpty() ? null : new AttributeValue.Text(product.model());
            default -> product.attributes().get(attribute);
        };
    }

    /** The selected value as the catalog would have stored it. */
    private static String canonical(AttributeDeclaration declared, String value) {
        return ValueReader.read(declared, new AttributeValue.Text(value))
                        instanceof Reading.Accepted(AttributeValue read)
                ? read.asText()
                : value;
    }

    /** Whether a value is the selected one. */
    enum Match {
        YES,
        NO,
        /** The attribute is missing. */
        UNKNOWN
    }
}
