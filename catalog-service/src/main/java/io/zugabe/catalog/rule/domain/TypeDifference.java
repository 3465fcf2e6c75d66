package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What differs between two declarations of a type, for people to read. */
public final class TypeDifference {

    private static final String NONE = "none";

    private TypeDifference() {}

    /**
     * All that differs, as {@code "thread: number in mm -> number in cm"}; what one of them lacks is "none".
     *
     * @param before empty if the type was not declared
     * @param after empty if the type is not declared any more
     */
    public static List<String> between(Optional<TypeDeclaration> before, Optional<TypeDeclaration> after) {
        Map<String, String> old = before.map(TypeDifference::facets).orElse(Map.of());
        Map<String, String> now = after.map(TypeDifference::facets).orElse(Map.of());
        Set<String> all = new LinkedHashSet<>(old.keySet());
        all.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String facet : all) {
            String was = old.getOrDefault(facet, NONE);
            String is = now.getOrDefault(facet, NONE);
            if (!was.equals(is)) {
                differences.add(facet + ": " + was + " -> " + is);
            }
        }
        return differences;
    }

    private static Map<String, String> facets(TypeDeclaration type) {
        Map<String, String> facets = new LinkedHashMap<>();
        if (!type.parent().isEmpty()) {
            facets.put("parent type", type.parent());
        }
        Boolean consumable = type.consumable();
        if (consumable != null) {
            facets.put("consumable", consumable.toString());
        }
        addNames(facets, "", type.name());
        for (AttributeDeclaration attribute : type.attributes()) {
            String key = attribute.attribute();
            facets.put(key, kind(attribute));
            addNames(facets, key + " ", attribute.name());
            attribute.values().forEach(value -> facets.put(key + " value \"" + value + "\"", "allowed"));
            attribute.families().forEach(family -> facets.put(key + " family " + family, "declared"));
            new TreeMap<>(attribute.synonyms())
                    .forEach((spelling, value) -> facets.put(key + " synonym \"" + spelling + "\"", quoted(value)));
        }
        return facets;
    }

    private static void addNames(Map<String, String> facets, String prefix, LocalizedText name) {
        new TreeMap<>(name.texts())
                .forEach((language, text) -> facets.put(prefix + "name in " + language, quoted(text)));
    }

    private static String kind(AttributeDeclaration attribute) {
        return attribute.kind().name().toLowerCase(Locale.ROOT)
                + (attribute.unit().isEmpty() ? "" : " in " + attribute.unit())
                + (attribute.requiredForFit() ? ", required for fit" : "");
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
