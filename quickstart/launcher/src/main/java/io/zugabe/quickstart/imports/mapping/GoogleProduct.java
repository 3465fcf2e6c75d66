package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Google Merchant Center's attributes of a product as fields of the import format. */
final class GoogleProduct {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm[:ss][XXX][XX][X]", Locale.ROOT);
    private static final List<String> ATTRIBUTES =
            List.of("color", "size", "material", "pattern", "gender", "age_group");

    private final Mapping mapping;
    private final Set<String> read;
    private final Instant now;

    /**
     * @param now decides whether a sale price holds
     */
    GoogleProduct(Mapping mapping, Instant now) {
        this.mapping = mapping;
        this.read = mapping.read();
        this.now = now;
    }

    ObjectNode read(JsonNode item) {
        ObjectNode product = JSON.createObjectNode();
        put(product, "id", RawValues.first(item, "id"));
        put(product, "name", RawValues.first(item, "title"));
        put(product, "description", RawValues.first(item, "description"));
        put(product, "brand", RawValues.first(item, "brand"));
        put(product, "model", RawValues.first(item, "mpn"));
        put(product, "gtin", RawValues.first(item, "gtin").replaceAll("[\\s-]", ""));
        put(product, "variant_group", RawValues.first(item, "item_group_id"));
        put(product, "price", price(item));
        put(product, "cost", RawValues.first(item, "cost_of_goods_sold"));
        stock(item, product);
        category(item, product);
        ArrayNode images = JSON.createArrayNode();
        RawValues.texts(item, "image_link").stream().limit(1).forEach(images::add);
        RawValues.texts(item, "additional_image_link").forEach(images::add);
        if (!images.isEmpty()) {
            product.set("images", images);
        }
        attributes(item, product.putObject("attributes"));
        own(item, product);
        return product;
    }

    private String price(JsonNode item) {
        String sale = RawValues.first(item, "sale_price");
        return !sale.isEmpty() && isOnSale(RawValues.first(item, "sale_price_effective_date"))
                ? sale
                : RawValues.first(item, "price");
    }

    private boolean isOnSale(String dates) {
        if (dates.isEmpty()) {
            return true;
        }
        String[] ends = dates.split("/", -1);
        try {
            return ends.length == 2 && !now.isBefore(time(ends[0])) && now.isBefore(time(ends[1]));
        } catch (DateTimeParseException e) {
            throw RejectedRecord.value(
                    "sale_price_effective_date", dates, "must be like \"2026-02-24T11:07+0100/2026-02-29T23:07+0100\"");
        }
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text.strip(), TIME).toInstant();
    }

    private static void stock(JsonNode item, ObjectNode product) {
        String quantity = RawValues.first(item, "quantity");
        String availability = RawValues.first(item, "availability");
        switch (availability.toLowerCase(Locale.ROOT).replace(' ', '_')) {
            case "", "in_stock", "available_for_order", "limited_availability" -> put(product, "stock", quantity);
            // what cannot be delivered now is not offered
            case "out_of_stock", "preorder", "backorder" -> put(product, "stock", "0");
            default ->
                throw RejectedRecord.value(
                        "availability", availability, "must be in_stock, out_of_stock, preorder or backorder");
        }
    }

    private void category(JsonNode item, ObjectNode product) {
        List<String> paths = new ArrayList<>(RawValues.texts(item, "product_type"));
        List<String> google = RawValues.texts(item, "google_product_category");
        String path = paths.isEmpty() ? (google.isEmpty() ? "" : google.getFirst()) : paths.getFirst();
        boolean number = !path.isEmpty() && path.chars().allMatch(Character::isDigit);
        ArrayNode category = product.putArray("category");
        if (!number) {
            for (String element : path.split(">", -1)) {
                if (!element.isBlank()) {
                    category.add(element.strip());
                }
            }
        }
        paths.addAll(google);
        String type = mapping.typeOf(paths);
        if (type.isEmpty()) {
            type = number
                    ? "google_" + path
                    : category.isEmpty()
                            ? ""
                            : Keys.of(category.get(category.size() - 1).asText());
        }
        product.put("type", type.isEmpty() ? "unsorted" : type);
    }

    private void attributes(JsonNode item, ObjectNode attributes) {
        for (String name : ATTRIBUTES) {
            if (!isTaken(name)) {
                put(attributes, name, RawValues.first(item, name));
            }
        }
        Map<String, String> sections = new HashMap<>();
        for (JsonNode detail : RawValues.each(item.path("product_detail"))) {
            String name = detail.path("attribute_name").asText("").strip();
            String section = detail.path("section_name").asText("").strip();
            String value = detail.path("attribute_value").asText("").strip();
            if (value.isEmpty()
                    || isTaken("product_detail:" + name)
                    || isTaken("product_detail:" + section + ":" + name)) {
                continue;
            }
            String key = Keys.of(name);
            String other = sections.putIfAbsent(key, section);
            // "Display: width" and "Case: width" are not two values of one attribute
            add(attributes, other == null || other.equals(section) ? key : Keys.of(section + " " + name), value);
        }
    }

    private boolean isTaken(String name) {
        return read.contains(name) || mapping.ignore().contains(name);
    }

    private static void add(ObjectNode attributes, String key, String value) {
        if (key.isEmpty()) {
            return;
        }
        switch (attributes.get(key)) {
            case null -> attributes.put(key, value);
            case ArrayNode list -> list.add(value);
            case JsonNode there -> attributes.putArray(key).add(there).add(value);
        }
    }

    /** What Zugabe's export adds in its own namespace, because Google has no attribute for it. */
    private static void own(JsonNode item, ObjectNode product) {
        List<Map.Entry<String, JsonNode>> fields = item.properties().stream()
                .filter(field -> field.getKey().startsWith("z:"))
                .toList();
        if (fields.isEmpty()) {
            return;
        }
        // the export says all of a product's names, descriptions and attributes
        product.remove(List.of("name", "description", "attributes"));
        fields.forEach(field -> Nesting.put(
                product,
                field.getKey().substring(2),
                field.getValue().isMissingNode() ? JsonNodeFactory.instance.textNode("") : field.getValue()));
    }

    private static void put(ObjectNode product, String field, String value) {
        if (!value.isEmpty()) {
            product.put(field, value);
        }
    }
}
