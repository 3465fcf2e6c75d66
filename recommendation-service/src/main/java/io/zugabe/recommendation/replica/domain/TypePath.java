package io.zugabe.recommendation.replica.domain;

import java.util.List;

/**
 * A product type with the types above it.
 *
 * @param types the type itself first, the root last; at least one
 */
public record TypePath(List<String> types) {

    private static final String SERVICE = "service";

    public TypePath {
        types = List.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("a type path needs at least the type itself");
        }
    }

    /** The type itself. */
    public String type() {
        return types.getFirst();
    }

    /** Whether this is a type or one below it. */
    public boolean isA(String type) {
        return types.contains(type);
    }

    /** Whether products of this type are services: warranty, insurance, installation. */
    public boolean isService() {
        return isA(SERVICE);
    }
}
