package io.zugabe.catalog.schema.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An attribute that a type declares.
 *
 * @param attribute the key
 * @param unit canonical unit of a number or range; empty for plain numbers
 * @param values allowed values of an enumerated text or list; empty if any text is allowed
 * @param synonyms other spellings of the allowed values, each with the value that it means
 * @param families of values of a list, the earliest first: a later one serves wherever an earlier one does
 * @param requiredForFit whether a product without it is incomplete: hardly any question of fit can be answered
 */
public record AttributeDeclaration(
        String attribute,
        AttributeKind kind,
        String unit,
        List<String> values,
        Map<String, String> synonyms,
        LocalizedText name,
        List<List<String>> families,
        boolean requiredForFit) {

    public AttributeDeclaration {
        values = List.copyOf(values);
        synonyms = Map.copyOf(synonyms);
        families = families.stream().map(List::copyOf).toList();
    }

    /** One without families. */
    public AttributeDeclaration(
            String attribute,
            AttributeKind kind,
            String unit,
            List<String> values,
            Map<String, String> synonyms,
            LocalizedText name,
            boolean requiredForFit) {
        this(attribute, kind, unit, values, synonyms, name, List.of(), requiredForFit);
    }

    /** A value as rules see it: a list with what serves in place of its entries. */
    public AttributeValue completed(AttributeValue value) {
        if (families.isEmpty() || !(value instanceof AttributeValue.TextList(List<String> named))) {
            return value;
        }
        Set<String> taken = new LinkedHashSet<>(named);
        for (List<String> family : families) {
            for (String entry : named) {
                int place = family.indexOf(entry);
                if (place >= 0) {
                    taken.addAll(family.subList(place, family.size()));
                }
            }
        }
        return new AttributeValue.TextList(List.copyOf(taken));
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
