package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.quickstart.imports.mapping.HtmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A product as an item of a Google Merchant Center feed. What Google has no attribute for follows with
 * the prefix {@code z:}, which Google ignores and an import reads, so that nothing is lost on the way.
 *
 * @param attributes texts by attribute, repeated ones several
 * @param details product details: section, name, value
 */
record GoogleItem(Map<String, List<String>> attributes, List<List<String>> details) {

    private static final int LONGEST_TITLE = 150;

    /**
     * The item.
     *
     * @param record in the import format
     * @param link page of a product with {@code {id}} in it; empty for none
     */
    static GoogleItem of(ObjectNode record, String link) {
        Map<String, List<String>> item = new LinkedHashMap<>();
        String id = record.path("id").asText();
        add(item, "id", id);
        String title = text(record.path("name"));
        add(item, "title", title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title);
        String description = text(record.path("description"));
        add(item, "description", description.isEmpty() ? title : HtmlText.escaped(description));
        add(item, "link", link.replace("{id}", id));
        int image = 0;
        for (JsonNode url : record.path("images")) {
            add(item, image++ == 0 ? "image_link" : "additional_image_link", url.asText());
        }
        add(item, "availability", record.path("stock").asLong(1) > 0 ? "in_stock" : "out_of_stock");
        add(item, "price", record.path("price").asText(""));
        add(item, "cost_of_goods_sold", record.path("cost").asText(""));
        add(item, "brand", record.path("brand").asText(""));
        add(item, "gtin", record.path("gtin").asText(""));
        add(item, "mpn", record.path("model").asText(""));
        List<String> category = new ArrayList<>();
        record.path("category").forEach(element -> category.add(element.asText()));
        add(item, "product_type", String.join(" > ", category));
        add(item, "item_group_id", record.path("variant_group").asText(""));
        own(record, item);
        return new GoogleItem(item, details(record.path("attributes")));
    }

    private static void own(ObjectNode record, Map<String, List<String>> item) {
        add(item, "z:type", record.path("type").asText());
        for (String field : List.of("name", "description")) {
            record.path(field)
                    .properties()
                    .forEach(text -> add(
                            item,
                            "z:" + field + "." + text.getKey(),
                            HtmlText.escaped(text.getValue().asText())));
        }
        for (String field : List.of("stock", "units_sold_30d", "consumable")) {
            add(item, "z:" + field, record.path(field).asText(""));
        }
        for (String field : List.of("average", "count")) {
            add(item, "z:rating." + field, record.path("rating").path(field).asText(""));
        }
        if (record.has("attributes")) {
            add(item, "z:attributes", record.path("attributes").toString());
        }
    }

    private static List<List<String>> details(JsonNode attributes) {
        List<List<String>> details = new ArrayList<>();
        attributes
                .properties()
                .forEach(entry -> details.add(List.of("Attributes", label(entry.getKey()), shown(entry.getValue()))));
        return details;
    }

    private static String label(String key) {
        String words = key.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String shown(JsonNode value) {
        if (value.isArray()) {
            return String.join(", ", value.valueStream().map(JsonNode::asText).toList());
        }
        if (value.has("value")) {
            return value.path("value").asText() + " " + value.path("unit").asText();
        }
        if (value.has("min")) {
            return value.path("min").asText() + ".." + value.path("max").asText() + " "
                    + value.path("unit").asText();
        }
        return value.asText();
    }

    /** A text in English, else in any language. */
    private static String text(JsonNode texts) {
        return texts.has("en")
                ? texts.path("en").asText()
                : texts.valueStream().map(JsonNode::asText).findFirst().orElse("");
    }

    private static void add(Map<String, List<String>> item, String attribute, String value) {
        if (!value.isEmpty()) {
            item.computeIfAbsent(attribute, name -> new ArrayList<>()).add(value);
        }
    }
}
