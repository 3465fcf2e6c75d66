package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.schema.domain.AttributeValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The type of a product and those of its attributes that rules read. Products with equal tuples get equal verdicts from rules. */
public final class AttributeTuple {

    private final String type;
    private final SortedMap<String, AttributeValue> values;
    private final Map<String, Object> plain;
    private final String canonical;

    public AttributeTuple(String type, Map<String, AttributeValue> values) {
        this.type = type;
        this.values = new TreeMap<>(values);
        Map<String, Object> plainValues = new TreeMap<>();
        this.values.forEach((key, value) -> plainValues.put(key, value.plain()));
        plainValues.put("type", type);
        this.plain = Map.copyOf(plainValues);
        this.canonical = canonical(this.values.keySet());
    }

    public String type() {
        return type;
    }

    /** The attributes by key. */
    public SortedMap<String, AttributeValue> values() {
        return values;
    }

    /** The attributes as expressions see them. */
    public Map<String, Object> plain() {
        return plain;
    }

    /** A text that is the same for equal tuples, and only for them. */
    public String canonical() {
        return canonical;
    }

    /** A text that is the same for tuples of equal type and equal values of some attributes, and only for them. */
    String canonical(Set<String> attributes) {
        StringBuilder text = new StringBuilder(type);
        values.forEach((key, value) -> {
            if (attributes.contains(key)) {
                text.append('|').append(key).append('=').append(value.getClass().getSimpleName());
                exactTexts(value)
                        .forEach(each -> text.append('#')
                                .append(each.length())
                                .append(':')
                                .append(each));
            }
        });
        return text.toString();
    }

    /** An attribute as text; null if it is missing. */
    public @Nullable String text(String attribute) {
        if (attribute.equals("type")) {
            return type;
        }
        AttributeValue value = values.get(attribute);
        return value == null ? null : value.asText();
    }

    /** Written with their lengths, so that no text can pass for two. */
    private static List<String> exactTexts(AttributeValue value) {
        return value instanceof AttributeValue.TextList list ? list.values() : List.of(value.asText());
    }
}
