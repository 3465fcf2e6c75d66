package io.zugabe.catalog.schema.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An attribute that a type declares.
 *
 * @param attribute the key
 * @param unit canonical unit of a number or range; empty for plain numbers
 * @param values allowed values of an enumerated text or list; empty if any text is allowed
 * @param synonyms other spellings of the allowed values, each with the value that it means
 * @param requiredForFit whether a product without it is incomplete: hardly any question of fit can be answered
 */
public record AttributeDeclaration(
        String attribute,
        AttributeKind kind,
        String unit,
        List<String> values,
        Map<String, String> synonyms,
        LocalizedText name,
        boolean requiredForFit) {

    public AttributeDeclaration {
        values = List.copyOf(values);
        synonyms = Map.copyOf(synonyms);
    }

    /** The value that a spelling means; empty if the attribute is enumerated and the spelling means none or several. */
    public Optional<String> canonical(String spelling) {
        String text = spelling.strip();
        if (values.contains(text)) {
            return Optional.of(text);
        }
        String meant = synonyms.get(text);
        if (meant != null) {
            return Optional.of(meant);
        }
        if (values.isEmpty()) {
            return Optional.of(text);
        }
        return onlyOneIgnoringCase(text);
    }

    private Optional<String> onlyOneIgnoringCase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> alike = values.stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).equals(lower))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }
}
