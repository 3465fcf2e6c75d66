package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.type.Money;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.LocalizedText;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.TreeMap;

/** Products and maker statements as records of the import format. */
final class CatalogRecord {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int NANO_DIGITS = 9;

    private CatalogRecord() {}

    static ObjectNode product(Product product) {
        ObjectNode record = JSON.createObjectNode();
        record.put("id", product.getProductId());
        record.put("type", product.getType());
        put(record, "brand", product.getBrand());
        put(record, "model", product.getModel());
        put(record, "gtin", product.getGtin());
        texts(record, "name", product.getName());
        texts(record, "description", product.getDescription());
        if (product.hasPrice()) {
            record.put("price", amount(product.getPrice()));
        }
        if (product.hasCost()) {
            record.put("cost", amount(product.getCost()));
        }
        if (product.hasStock()) {
            record.put("stock", product.getStock());
        }
        if (product.hasUnitsSold30D()) {
            record.put("units_sold_30d", product.getUnitsSold30D());
        }
        if (product.hasRating()) {
            record.putObject("rating")
                    .put("average", product.getRating().getAverage())
                    .put("count", product.getRating().getCount());
        }
        list(record, "category", product.getCategoryPathList());
        put(record, "variant_group", product.getVariantGroup());
        list(record, "images", product.getImageUrlsList());
        if (product.hasConsumable()) {
            record.put("consumable", product.getConsumable());
        }
        attributes(record, product);
        return record;
    }

    static ObjectNode statement(MakerStatement statement) {
        ObjectNode record = JSON.createObjectNode();
        record.put("id", statement.getStatementId());
        ArrayNode hosts = record.putArray("hosts");
        statement.getHostsList().forEach(host -> hosts.add(selector(host)));
        ArrayNode parts = record.putArray("parts");
        statement.getPartsList().forEach(part -> parts.add(selector(part)));
        record.put("verdict", statement.getVerdict().name().replace("VERDICT_", ""));
        if (statement.getLimitsCount() > 0) {
            ArrayNode limits = record.putArray("limits");
            statement.getLimitsList().forEach(limit -> limits.add(limit(limit)));
        }
        put(record, "provenance", statement.getProvenance());
        texts(record, "sentence", statement.getSentence());
        return record;
    }

    static ObjectNode selector(ProductSelector selector) {
        ObjectNode record = JSON.createObjectNode();
        return switch (selector.getByCase()) {
            case PRODUCT_ID -> record.put("product", selector.getProductId());
            case GTIN -> record.put("gtin", selector.getGtin());
            case TYPE -> record.put("type", selector.getType());
            case CATEGORY -> record.put("category", selector.getCategory());
            case ATTRIBUTE -> attribute(record, selector.getAttribute());
            case BY_NOT_SET -> record;
        };
    }

    private static ObjectNode attribute(ObjectNode record, AttributeMatch match) {
        record.put("type", match.getType())
                .put("attribute", match.getAttribute())
                .put("value", match.getValue());
        if (match.getAlsoCount() > 0) {
            ObjectNode also = record.putObject("also");
            new TreeMap<>(match.getAlsoMap()).forEach(also::put);
        }
        return record;
    }

    private static ObjectNode limit(FitLimit limit) {
        ObjectNode record = JSON.createObjectNode();
        put(record, "attribute", limit.getAttribute());
        put(record, "got", limit.getGot());
        put(record, "needed", limit.getNeeded());
        texts(record, "sentence", limit.getSentence());
        return record;
    }

    private static void attributes(ObjectNode record, Product product) {
        TreeMap<String, AttributeValue> values = new TreeMap<>(product.getAttributesMap());
        // what could not be read is written as it was sent, so that it is read again
        product.getAttributeFlagsList().forEach(flag -> values.putIfAbsent(flag.getAttribute(), flag.getValue()));
        if (!values.isEmpty()) {
            ObjectNode attributes = record.putObject("attributes");
            values.forEach((key, value) -> attributes.set(key, attribute(value)));
        }
    }

    private static JsonNode attribute(AttributeValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value.getKindCase()) {
            case TEXT -> nodes.textNode(value.getText());
            case TRUTH -> nodes.booleanNode(value.getTruth());
            case NUMBER ->
                value.getNumber().getUnit().isEmpty()
                        ? nodes.numberNode(value.getNumber().getValue())
                        : nodes.objectNode()
                                .put("value", value.getNumber().getValue())
                                .put("unit", value.getNumber().getUnit());
            case LIST -> {
                ArrayNode list = nodes.arrayNode();
                value.getList().getValuesList().forEach(list::add);
                yield list;
            }
            case RANGE ->
                nodes.objectNode()
                        .put("min", value.getRange().getMin())
                        .put("max", value.getRange().getMax())
                        .put("unit", value.getRange().getUnit());
            case KIND_NOT_SET -> nodes.nullNode();
        };
    }

    /** An amount like {@code "12.50 EUR"}; never with three decimals, which could be read as thousands. */
    static String amount(Money money) {
        BigDecimal amount = BigDecimal.valueOf(money.getUnits())
                .add(BigDecimal.valueOf(money.getNanos(), NANO_DIGITS))
                .stripTrailingZeros();
        int decimals = amount.scale() < 2 ? 2 : amount.scale() == 3 ? 4 : amount.scale();
        return amount.setScale(decimals).toPlainString() + " " + money.getCurrencyCode();
    }

    static void put(ObjectNode record, String field, String value) {
        if (!value.isEmpty()) {
            record.put(field, value);
        }
    }

    static void texts(ObjectNode record, String field, LocalizedText text) {
        if (text.getTextsCount() > 0) {
            ObjectNode texts = record.putObject(field);
            new TreeMap<>(text.getTextsMap()).forEach(texts::put);
        }
    }

    static void list(ObjectNode record, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            values.forEach(record.putArray(field)::add);
        }
    }
}
