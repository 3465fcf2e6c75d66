package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The texts that a record has under a name, as a mapping file writes it. */
final class RawValues {

    private static final String DETAIL = "product_detail:";

    private RawValues() {}

    /**
     * The texts; none if there is nothing.
     *
     * @param name a column, an attribute, {@code product_detail:NAME} or {@code product_detail:SECTION:NAME}
     */
    static List<String> texts(JsonNode raw, String name) {
        if (!name.startsWith(DETAIL) || raw.has(name)) {
            return texts(raw.path(name));
        }
        List<String> found = new ArrayList<>();
        String wanted = name.substring(DETAIL.length());
        for (JsonNode detail : each(raw.path("product_detail"))) {
            if (matches(detail, wanted)) {
                found.addAll(texts(detail.path("attribute_value")));
            }
        }
        return found;
    }

    /** The first text; empty if there is none. */
    static String first(JsonNode raw, String name) {
        List<String> texts = texts(raw, name);
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    static boolean matches(JsonNode detail, String wanted) {
        String name = detail.path("attribute_name").asText("").strip();
        return wanted.equalsIgnoreCase(name)
                || wanted.equalsIgnoreCase(
                        detail.path("section_name").asText("").strip() + ":" + name);
    }

    /** The elements of a list, or the one thing that stands for it. */
    static Iterable<JsonNode> each(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        return value.isArray() ? value : List.of(value);
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : each(value)) {
            if (element.isValueNode() && !element.asText().isBlank()) {
                texts.add(element.asText().strip());
            }
        }
        return texts;
    }
}
