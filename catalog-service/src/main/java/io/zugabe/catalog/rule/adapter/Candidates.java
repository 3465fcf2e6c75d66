package io.zugabe.catalog.rule.adapter;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a value in an expression can be, as far as its text tells.
 *
 * @param attributes enumerated attributes whose value it can be
 * @param texts written texts that it can be
 * @param others whether it can be anything else
 */
record Candidates(List<Enumerated> attributes, List<CelExpr> texts, boolean others) {

    static final Candidates NOTHING = new Candidates(List.of(), List.of(), false);
    static final Candidates ANYTHING = new Candidates(List.of(), List.of(), true);

    static Candidates attribute(Enumerated attribute) {
        return new Candidates(List.of(attribute), List.of(), false);
    }

    static Candidates text(CelExpr text) {
        return new Candidates(List.of(), List.of(text), false);
    }

    Candidates or(Candidates other) {
        return new Candidates(
                Stream.concat(attributes.stream(), other.attributes.stream()).toList(),
                Stream.concat(texts.stream(), other.texts.stream()).toList(),
                others || other.others);
    }

    /** All texts that it can be; empty if no attribute tells. */
    Optional<SortedSet<String>> values() {
        if (others || attributes.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> values = new TreeSet<>();
        attributes.forEach(attribute -> values.addAll(attribute.values()));
        texts.forEach(text -> values.add(text.constant().stringValue()));
        return Optional.of(values);
    }

    /** An enumerated attribute of a role. */
    record Enumerated(String role, String attribute, SortedSet<String> values) {

        String name() {
            return role + "." + attribute;
        }
    }
}
