package io.zugabe.quickstart.imports.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A mapping file (see docs/imports.md).
 *
 * @param language of texts that name none, a BCP 47 tag
 * @param currency of amounts that name none; empty to refuse them
 * @param separator of cells; empty to find it out
 * @param encoding of the file; empty to find it out
 * @param ignore columns, attributes and product details that are left out
 * @param types product type by category path or Google's category number
 * @param fields rules by field of the import format
 * @param attributes rules by attribute
 */
public record Mapping(
        String language,
        String currency,
        String separator,
        String encoding,
        Set<String> ignore,
        Map<String, String> types,
        Map<String, FieldRule> fields,
        Map<String, FieldRule> attributes) {

    /** Everything by its own name. */
    public static final Mapping NONE = new Mapping("en", "", "", "", Set.of(), Map.of(), Map.of(), Map.of());

    /** The same without what fills other fields, attributes and types. */
    public Mapping only(Set<String> wanted) {
        Map<String, FieldRule> kept = new LinkedHashMap<>(fields);
        kept.keySet().retainAll(wanted);
        return new Mapping(language, currency, separator, encoding, ignore, Map.of(), kept, Map.of());
    }

    /** Whether some rule or option says anything. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether the mapping fills a field. */
    public boolean fills(String field) {
        return fields.containsKey(field);
    }

    /** The columns and attributes that rules read. */
    Set<String> read() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        fields.values().forEach(rule -> names.addAll(rule.from()));
        attributes.values().forEach(rule -> names.addAll(rule.from()));
        return names;
    }

    /** The type for category paths, the deepest named part of the first path that has one; empty if none. */
    String typeOf(List<String> paths) {
        for (String path : paths) {
            String part = normalized(path);
            while (!part.isEmpty()) {
                String type = types.get(part);
                if (type != null) {
                    return type;
                }
                int above = part.lastIndexOf(">");
                part = above < 0 ? "" : part.substring(0, above);
            }
        }
        return "";
    }

    /** A category path without blanks around its separators, ignoring case. */
    static String normalized(String path) {
        return path.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s*>\\s*", ">");
    }
}
