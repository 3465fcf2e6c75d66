package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A row of a tab-separated Google feed with the shape that the same item has in XML: names in lower case
 * with underscores, repeated attributes as lists, sub-attributes as records.
 */
public final class GoogleAttributes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, List<String>> GROUPS = Map.of(
            "product_detail", List.of("section_name", "attribute_name", "attribute_value"),
            "related_product", List.of("relationship_type", "identifier_type", "identifier"));

    private GoogleAttributes() {}

    /** The row's attributes. */
    public static ObjectNode of(JsonNode row) {
        ObjectNode attributes = JSON.createObjectNode();
        row.properties().forEach(cell -> {
            if (cell.getKey().startsWith("z:") || cell.getKey().startsWith("c:")) {
                attributes.set(cell.getKey(), cell.getValue());
                return;
            }
            int bracket = cell.getKey().indexOf('(');
            String name = attribute(cell.getKey());
            List<String> parts = bracket < 0
                    ? GROUPS.getOrDefault(name, List.of())
                    : List.of(cell.getKey()
                            .substring(bracket + 1)
                            .replace(")", "")
                            .split(":", -1));
            for (JsonNode text : RawValues.each(cell.getValue())) {
                values(name, text.asText(), parts).forEach(value -> add(attributes, name, value));
            }
        });
        return attributes;
    }

    private static List<JsonNode> values(String name, String cell, List<String> parts) {
        List<JsonNode> values = new ArrayList<>();
        if (!parts.isEmpty()) {
            for (String value : NestedValues.split(cell, ',')) {
                values.add(group(value, parts));
            }
            return values;
        }
        switch (name) {
            case "additional_image_link" ->
                urls(cell).forEach(url -> values.add(JSON.getNodeFactory().textNode(url)));
            case "product_type" ->
                paths(cell).forEach(path -> values.add(JSON.getNodeFactory().textNode(path)));
            default -> values.add(JSON.getNodeFactory().textNode(cell));
        }
        return values;
    }

    /** Sub-attributes by name; what is more than there are names belongs to the last. */
    private static JsonNode group(String value, List<String> names) {
        List<String> parts = NestedValues.split(value, ':');
        ObjectNode group = JSON.createObjectNode();
        // a section may be left out
        int first = names.size() - Math.min(names.size(), Math.max(parts.size(), 1));
        for (int i = first; i < names.size(); i++) {
            int part = i - first;
            String text = i == names.size() - 1
                    ? String.join(":", parts.subList(Math.min(part, parts.size()), parts.size()))
                    : parts.get(part);
            group.put(names.get(i), NestedValues.plain(text));
        }
        return group;
    }

    private static List<String> urls(String cell) {
        List<String> urls = new ArrayList<>();
        for (String part : NestedValues.split(cell, ',')) {
            String url = NestedValues.plain(part);
            if (urls.isEmpty() || url.startsWith("http")) {
                urls.add(url);
            } else {
                urls.set(urls.size() - 1, urls.getLast() + "," + url);
            }
        }
        return urls;
    }

    /** Several paths, or one whose elements have commas: then a part that is no path shows it. */
    private static List<String> paths(String cell) {
        List<String> parts =
                NestedValues.split(cell, ',').stream().map(NestedValues::plain).toList();
        boolean severalPaths = parts.stream().allMatch(part -> part.indexOf('>') >= 0) || cell.indexOf('>') < 0;
        return severalPaths || cell.startsWith("\"") ? parts : List.of(cell);
    }

    private static void add(ObjectNode attributes, String name, JsonNode value) {
        switch (attributes.get(name)) {
            case null -> attributes.set(name, value);
            case ArrayNode list -> list.add(value);
            case JsonNode there -> attributes.putArray(name).add(there).add(value);
        }
    }

    /** The attribute that a column is for: "Product detail(section_name:…)" → "product_detail". */
    static String attribute(String column) {
        int bracket = column.indexOf('(');
        boolean kept = column.startsWith("z:") || column.startsWith("c:");
        return kept ? column : name(bracket < 0 ? column : column.substring(0, bracket));
    }

    /** "g:Product Type" → "product_type". */
    private static String name(String header) {
        String name = header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return name.startsWith("g:") ? name.substring(2) : name;
    }
}
