package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads records of any format as records of the import format. */
public final class RecordReading {

    private final Format format;
    private final Mapping mapping;
    private final GoogleProduct google;

    /**
     * A reading.
     *
     * @param now decides whether a sale price holds
     */
    public RecordReading(Format format, Mapping mapping, Instant now) {
        this.format = format;
        this.mapping = mapping;
        this.google = new GoogleProduct(mapping, now);
    }

    /** A product, or the offer of one, as the import format has it. */
    public JsonNode product(JsonNode raw) {
        if (format == Format.JSONL && mapping.isEmpty()) {
            return raw;
        }
        JsonNode values = format == Format.GOOGLE_TSV ? GoogleAttributes.of(raw) : raw;
        ObjectNode product = base(values);
        mapping.fields().forEach((field, rule) -> set(product, field, rule.value(values, field)));
        if (!mapping.attributes().isEmpty()) {
            ObjectNode attributes = product.withObjectProperty("attributes");
            mapping.attributes().forEach((key, rule) -> {
                JsonNode value = rule.value(values, "attributes." + key);
                if (value != null) {
                    attributes.set(key, value);
                }
            });
        }
        typeFromCategory(product);
        texts(product, "name");
        texts(product, "description");
        amount(product, "price");
        amount(product, "cost");
        return product;
    }

    /** The id of a record, whatever else is wrong with it; empty if it shows none. */
    public String id(@Nullable JsonNode raw) {
        if (raw == null) {
            return "";
        }
        JsonNode values = format == Format.GOOGLE_TSV ? GoogleAttributes.of(raw) : raw;
        FieldRule rule = mapping.fields().get("id");
        JsonNode mapped = null;
        try {
            mapped = rule == null ? null : rule.value(values, "id");
        } catch (RejectedRecord e) {
            // an id that the mapping refuses: the record's own column is all there is
            return RawValues.first(values, rule.from().getFirst());
        }
        return mapped == null ? RawValues.first(values, "id") : mapped.asText();
    }

    /** A record of another kind: the same, without a mapping. */
    public static JsonNode plain(Format format, JsonNode raw) {
        return switch (format) {
            case CSV, GOOGLE_TSV -> Nesting.nest(raw);
            case JSONL, GOOGLE_XML, SCHEMA_ORG -> raw;
        };
    }

    private ObjectNode base(JsonNode values) {
        return switch (format) {
            case JSONL, SCHEMA_ORG -> values.deepCopy();
            case CSV -> {
                ObjectNode row = values.deepCopy();
                row.remove(mapping.ignore());
                yield Nesting.nest(row);
            }
            case GOOGLE_TSV, GOOGLE_XML -> google.read(values);
        };
    }

    private static void set(ObjectNode product, String field, @Nullable JsonNode value) {
        if (value != null) {
            Nesting.put(product, field, value);
        }
    }

    /** What names no type has the one that the mapping gives its category. */
    private void typeFromCategory(ObjectNode product) {
        boolean stated = !product.path("type").asText("").isEmpty();
        if (!stated && !mapping.types().isEmpty()) {
            JsonNode category = product.path("category");
            String path = category.isArray()
                    ? String.join(
                            " > ", category.valueStream().map(JsonNode::asText).toList())
                    : category.asText("");
            String type = mapping.typeOf(java.util.List.of(path));
            product.put("type", type.isEmpty() ? Keys.of(path.substring(path.lastIndexOf('>') + 1)) : type);
        }
    }

    private void texts(ObjectNode product, String field) {
        JsonNode text = product.get(field);
        if (text == null) {
            return;
        }
        ObjectNode plain = product.objectNode();
        if (text.isObject()) {
            for (Map.Entry<String, JsonNode> entry : text.properties()) {
                plain.put(entry.getKey(), HtmlText.plain(entry.getValue().asText()));
            }
        } else {
            plain.put(mapping.language(), HtmlText.plain(text.asText()));
        }
        product.set(field, plain);
    }

    private void amount(ObjectNode product, String field) {
        String text = product.path(field).asText("");
        if (!mapping.currency().isEmpty() && !text.isEmpty() && text.matches("[-+]?\\d+(\\.\\d+)?")) {
            product.put(field, text + " " + mapping.currency());
        }
    }
}
