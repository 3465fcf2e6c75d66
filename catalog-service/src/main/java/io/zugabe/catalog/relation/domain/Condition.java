package io.zugabe.catalog.relation.domain;

import java.util.List;

/**
 * The circumstances in which a relation holds; an empty list means any.
 *
 * @param regions ISO 3166 codes of countries and subdivisions
 * @param months 1 to 12
 */
public record Condition(
        List<String> regions,
        List<String> devices,
        List<String> weathers,
        List<String> occasions,
        List<Integer> months) {

    /** In all circumstances. */
    public static final Condition ANY = new Condition(List.of(), List.of(), List.of(), List.of(), List.of());

    public Condition {
        regions = List.copyOf(regions);
        devices = List.copyOf(devices);
        weathers = List.copyOf(weathers);
        occasions = List.copyOf(occasions);
        months = List.copyOf(months);
    }
}
