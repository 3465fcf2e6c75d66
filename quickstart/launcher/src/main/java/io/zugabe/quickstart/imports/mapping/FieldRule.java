package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What fills one field or attribute.
 *
 * @param from columns or attributes; the first that is filled counts
 * @param constant the value if none of them is filled; null for none
 * @param values what values become
 * @param otherwise what a value becomes that {@code values} does not name: empty to keep it, {@code reject},
 *     {@code derive} for a key made of it, else that text
 * @param split separates the entries of a list; empty for a single value
 * @param append added to plain numbers, for instance {@code " W"}
 * @param decimal the decimal separator of numbers, a point or a comma
 */
record FieldRule(
        List<String> from,
        @Nullable JsonNode constant,
        Map<String, String> values,
        String otherwise,
        String split,
        String append,
        String decimal) {

    static final String REJECT = "reject";
    static final String DERIVE = "derive";

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[-+]?\\d[\\d.,' \\u00A0]*");
    private static final Pattern THOUSANDS_AND_BLANKS = Pattern.compile("[.' \\u00A0]");

    /** The value for a record; null if there is none. */
    @Nullable
    JsonNode value(JsonNode raw, String field) {
        List<String> texts = List.of();
        for (String name : from) {
            texts = RawValues.texts(raw, name);
            if (!texts.isEmpty()) {
                break;
            }
        }
        if (texts.isEmpty()) {
            return constant;
        }
        List<String> entries = texts.stream()
                .flatMap(text -> split.isEmpty()
                        ? java.util.stream.Stream.of(text)
                        : Arrays.stream(text.split(Pattern.quote(split))))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> withUnit(mapped(entry, field)))
                .toList();
        if (split.isEmpty() && entries.size() == 1) {
            return JsonNodeFactory.instance.textNode(entries.getFirst());
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        entries.forEach(list::add);
        return list;
    }

    private String mapped(String entry, String field) {
        String value = values.get(entry);
        if (value != null) {
            return value;
        }
        return switch (otherwise) {
            case "" -> entry;
            case DERIVE -> Keys.of(entry);
            case REJECT ->
                throw RejectedRecord.value(
                        field, entry, "is none of " + String.join(", ", values.keySet()) + ": add it to the mapping");
            default -> otherwise;
        };
    }

    private String withUnit(String entry) {
        if (!PLAIN_NUMBER.matcher(entry).matches()) {
            return entry;
        }
        String number = ",".equals(decimal)
                ? THOUSANDS_AND_BLANKS.matcher(entry).replaceAll("").replace(',', '.')
                : entry;
        return number + append;
    }
}
