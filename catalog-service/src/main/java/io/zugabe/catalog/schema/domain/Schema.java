package io.zugabe.catalog.schema.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All declared types. A type that nobody declares is its own root without attributes. */
public final class Schema {

    /** Keys that expressions read from the product itself. */
    public static final List<String> BUILT_IN = List.of("type", "brand", "model");

    private final SortedMap<String, TypeDeclaration> types = new TreeMap<>();
    private final Map<String, List<String>> paths = new LinkedHashMap<>();
    private final Map<String, SortedMap<String, AttributeDeclaration>> attributes = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException if a type is declared twice, a parent is unknown, types form a circle,
     *     or an attribute is declared again with another kind or unit
     */
    public Schema(Collection<TypeDeclaration> declarations) {
        for (TypeDeclaration declaration : declarations) {
            TypeDeclaration other = types.putIfAbsent(declaration.type(), declaration);
            require(
                    other == null,
                    "type %s is declared by pack %s and by pack %s",
                    declaration.type(),
                    declaration.pack(),
                    other == null ? "" : other.pack());
        }
        types.keySet().forEach(type -> paths.put(type, pathOf(type)));
        types.keySet().forEach(type -> attributes.put(type, attributesOf(type)));
    }

    /** All declared types by name. */
    public Collection<TypeDeclaration> types() {
        return types.values();
    }

    /** The declaration of a type. */
    public Optional<TypeDeclaration> find(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /** A type followed by the types above it, root last. */
    public List<String> path(String type) {
        return paths.getOrDefault(type, List.of(type));
    }

    /** Whether a type is another or stands below it. */
    public boolean isA(String type, String ancestor) {
        return type.equals(ancestor) || path(type).contains(ancestor);
    }

    /** The attributes of a type by key, inherited ones included. */
    public SortedMap<String, AttributeDeclaration> attributes(String type) {
        return attributes.getOrDefault(type, new TreeMap<>());
    }

    /** The values that an attribute can have of products of a type or a type below it; empty if any text can be. */
    public SortedSet<String> valuesBelow(String type, String attribute) {
        SortedSet<String> values = new TreeSet<>();
        for (String each : types.keySet()) {
            AttributeDeclaration declared = isA(each, type) ? attributes(each).get(attribute) : null;
            if (declared != null && declared.values().isEmpty()) {
                return new TreeSet<>();
            }
            values.addAll(declared == null ? List.of() : declared.values());
        }
        return values;
    }

    /** Whether products of a type are bought again and again unless they say otherwise. */
    public boolean consumable(String type) {
        return path(type).stream()
                .flatMap(each -> find(each).flatMap(TypeDeclaration::ownConsumable).stream())
                .findFirst()
                .orElse(false);
    }

    private List<String> pathOf(String type) {
        List<String> path = new ArrayList<>();
        String current = type;
        while (!current.isEmpty()) {
            require(!path.contains(current), "type %s is its own ancestor (%s)", type, String.join(" > ", path));
            path.add(current);
            TypeDeclaration declaration = types.get(current);
            if (declaration == null) {
                throw new IllegalArgumentException("type %s has the parent %s, which no pack declares"
                        .formatted(path.get(Math.max(0, path.size() - 2)), current));
            }
            current = declaration.parent();
        }
        return List.copyOf(path);
    }

    private SortedMap<String, AttributeDeclaration> attributesOf(String type) {
        SortedMap<String, AttributeDeclaration> all = new TreeMap<>();
        for (String each : path(type).reversed()) {
            for (AttributeDeclaration declared : declarationsOf(each)) {
                AttributeDeclaration inherited = all.put(declared.attribute(), declared);
                require(
                        inherited == null
                                || (inherited.kind() == declared.kind()
                                        && inherited.unit().equals(declared.unit())),
                        "type %s declares %s with another kind or unit than a type above it",
                        each,
                        declared.attribute());
                require(
                        !BUILT_IN.contains(declared.attribute()),
                        "type %s declares %s, which every product has",
                        each,
                        declared.attribute());
            }
        }
        return all;
    }

    private List<AttributeDeclaration> declarationsOf(String type) {
        return find(type).map(TypeDeclaration::attributes).orElse(List.of());
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
