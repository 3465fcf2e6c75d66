package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.Locale;
import java.util.Set;

/**
 * Of what JSON types the keys of an event are. A list where a text belongs would read as nothing, and then another
 * field would be blamed.
 */
final class EventShape {

    private static final String ITEMS = "items";

    /** Texts, or what is written like one: numbers, truth values. */
    private static final Set<String> TEXTS = Set.of(
            "id",
            "time",
            "customer",
            "visitor",
            "session",
            "channel",
            "type",
            "order",
            "promotion",
            "reason",
            "comment",
            "case",
            "topic",
            "case_cost",
            "effort",
            "interest",
            "value",
            "subscribed",
            "search",
            "rating",
            "text",
            "purpose",
            "granted",
            "survey",
            "question",
            "method",
            "merged",
            "decision",
            "placement",
            "product",
            "quantity",
            "price",
            "cost",
            "discount",
            "category");

    private EventShape() {}

    /** Rejects a record with a key of a wrong type. */
    static void check(JsonNode record) {
        if (!record.isObject()) {
            throw new RejectedRecord("line", "must be a JSON object, not " + called(record));
        }
        checkTexts(record, "");
        JsonNode items = record.path(ITEMS);
        if (!items.isMissingNode() && !items.isArray()) {
            throw new RejectedRecord(ITEMS, "must be a list of objects, not " + called(items));
        }
        for (int i = 0; i < items.size(); i++) {
            String field = ITEMS + "[" + i + "]";
            if (!items.get(i).isObject()) {
                throw new RejectedRecord(
                        field,
                        "must be an object like {\"product\":\"x\",\"quantity\":1}, not " + called(items.get(i)));
            }
            checkTexts(items.get(i), field + ".");
        }
        JsonNode traits = record.path("traits");
        if (!traits.isMissingNode() && !traits.isObject()) {
            throw new RejectedRecord("traits", "must be an object of values by key, not " + called(traits));
        }
    }

    private static void checkTexts(JsonNode record, String prefix) {
        record.properties().forEach(entry -> {
            if (TEXTS.contains(entry.getKey()) && entry.getValue().isContainerNode()) {
                throw new RejectedRecord(
                        prefix + entry.getKey(), "must be a single value, not " + called(entry.getValue()));
            }
        });
    }

    private static String called(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "the text \"" + RejectedRecord.shortened(value.asText()) + "\"";
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO ->
                value.getNodeType().name().toLowerCase(Locale.ROOT) + " " + value.asText();
        };
    }
}
