package io.zugabe.catalog.fit.domain;

import java.util.List;

/**
 * A product of a set that is checked as a whole.
 *
 * @param typePath its type followed by the types above it; empty if the product is unknown
 */
public record SetMember(String id, List<String> typePath) {

    public SetMember {
        typePath = List.copyOf(typePath);
    }
}
