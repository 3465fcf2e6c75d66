package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/** Products as nodes of schema.org's type Product. */
final class SchemaProduct {

    private SchemaProduct() {}

    /** A reference to a product: enough to find it again. */
    static ObjectNode reference(String id) {
        return CatalogRecord.JSON
                .createObjectNode()
                .put("@type", "Product")
                .put("@id", "urn:zugabe:product:" + id)
                .put("sku", id);
    }

    /**
     * The node of a product.
     *
     * @param record in the import format
     * @param link page of a product with {@code {id}} in it; empty for none
     */
    static ObjectNode of(ObjectNode record, String link) {
        String id = record.path("id").asText();
        ObjectNode node = reference(id);
        texts(node, "name", record.path("name"));
        texts(node, "description", record.path("description"));
        CatalogRecord.put(node, "url", link.replace("{id}", id));
        CatalogRecord.put(node, "gtin", record.path("gtin").asText(""));
        CatalogRecord.put(node, "mpn", record.path("model").asText(""));
        if (record.has("brand")) {
            node.putObject("brand")
                    .put("@type", "Brand")
                    .put("name", record.path("brand").asText());
        }
        CatalogRecord.put(
                node,
                "category",
                record.path("category").valueStream().map(JsonNode::asText).collect(Collectors.joining(" > ")));
        CatalogRecord.list(
                node,
                "image",
                record.path("images").valueStream().map(JsonNode::asText).toList());
        CatalogRecord.put(
                node, "inProductGroupWithID", record.path("variant_group").asText(""));
        offer(node, record);
        JsonNode rating = record.path("rating");
        // a rating of nobody is none
        if (rating.path("count").asLong() > 0) {
            node.putObject("aggregateRating")
                    .put("@type", "AggregateRating")
                    .put("ratingValue", rating.path("average").asDouble())
                    .put("ratingCount", rating.path("count").asLong());
        }
        properties(node, record.path("attributes"));
        return node;
    }

    private static void offer(ObjectNode node, ObjectNode record) {
        String[] price = record.path("price").asText("").split(" ", 2);
        if (price.length == 2) {
            boolean available = record.path("stock").asLong(1) > 0;
            node.putObject("offers")
                    .put("@type", "Offer")
                    .put("price", price[0])
                    .put("priceCurrency", price[1])
                    .put("availability", "https://schema.org/" + (available ? "InStock" : "OutOfStock"));
        }
    }

    private static void properties(ObjectNode node, JsonNode attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        ArrayNode properties = node.putArray("additionalProperty");
        attributes.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            ObjectNode property = properties
                    .addObject()
                    .put("@type", "PropertyValue")
                    .put("propertyID", entry.getKey())
                    .put("name", entry.getKey().replace('_', ' '));
            if (value.has("value")) {
                property.set("value", value.path("value"));
                property.set("unitText", value.path("unit"));
            } else if (value.has("min")) {
                property.set("minValue", value.path("min"));
                property.set("maxValue", value.path("max"));
                property.set("unitText", value.path("unit"));
            } else {
                property.set("value", value);
            }
        });
    }

    private static void texts(ObjectNode node, String field, JsonNode texts) {
        if (texts.size() == 1) {
            texts.valueStream().forEach(text -> node.put(field, text.asText()));
        } else if (!texts.isEmpty()) {
            ArrayNode values = node.putArray(field);
            texts.properties()
                    .forEach(text -> values.addObject()
                            .put("@language", text.getKey())
                            .put("@value", text.getValue().asText()));
        }
    }
}
