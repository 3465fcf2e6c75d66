package io.zugabe.quickstart.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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
    private static final Pattern NUMBER_WITH_UNIT =
            Pattern.compile("([-+]?\\d[\\d.,' \\u00A0]*)([\\p{L}\\p{Sc}%°²³/]{1,10})");
    private static final Pattern UNIT_BEFORE_NUMBER =
            Pattern.compile("([\\p{Sc}]|[A-Z]{3})[ \\u00A0]*([-+]?\\d[\\d.,' \\u00A0]*)");
    private static final Map<String, String> CURRENCIES = Map.of("€", "EUR", "£", "GBP");
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
        boolean commas = ",".equals(decimal);
        if (PLAIN_NUMBER.matcher(entry).matches()) {
            return (commas ? withPoint(entry) : entry) + append;
        }
        return commas ? withOwnUnit(entry) : entry;
    }

    /** "10,00 EUR" and "€ 10,00" → "10.00 EUR"; what is no number with a unit stays as it is. */
    private static String withOwnUnit(String entry) {
        Matcher after = NUMBER_WITH_UNIT.matcher(entry);
        if (after.matches()) {
            return withPoint(after.group(1)) + " " + CURRENCIES.getOrDefault(after.group(2), after.group(2));
        }
        Matcher before = UNIT_BEFORE_NUMBER.matcher(entry);
        return before.matches()
                ? withPoint(before.group(2)) + " " + CURRENCIES.getOrDefault(before.group(1), before.group(1))
                : entry;
    }

    private static String withPoint(String number) {
        return THOUSANDS_AND_BLANKS.matcher(number).replaceAll("").replace(',', '.');
    }
}
