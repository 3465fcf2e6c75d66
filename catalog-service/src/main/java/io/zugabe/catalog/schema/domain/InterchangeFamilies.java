package io.zugabe.catalog.schema.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** What a family of values that replace one another has to be like. */
public final class InterchangeFamilies {

    private static final int FEWEST = 2;
    private static final int MOST = 20;

    private InterchangeFamilies() {}

    /**
     * What is wrong with a family; empty if nothing is.
     *
     * @param values that the attribute allows; empty for any
     */
    public static String problem(AttributeKind kind, List<String> family, Collection<String> values) {
        if (kind != AttributeKind.LIST) {
            return "is for lists only";
        }
        if (family.size() < FEWEST || family.size() > MOST) {
            return "has %d values; must have 2 to 20".formatted(family.size());
        }
        if (new HashSet<>(family).size() < family.size()) {
            return "names a value twice";
        }
        return family.stream()
                .filter(value -> value.isBlank() || !values.isEmpty() && !values.contains(value))
                .findFirst()
                .map(value -> "names \"" + value + "\", which is none of the values")
                .orElse("");
    }
}
