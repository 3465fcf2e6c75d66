package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.quickstart.imports.source.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of keys in records that nothing reads, each once: a file has the same ones in all its lines. */
final class UnknownKeys {

    static final Set<String> OF_PRODUCTS = Set.of(
            "id",
            "type",
            "brand",
            "model",
            "gtin",
            "name",
            "description",
            "price",
            "cost",
            "stock",
            "rating",
            "category",
            "variant_group",
            "variant_of",
            "images",
            "consumable",
            "units_sold_30d",
            "attributes");

    static final Set<String> OF_RELATIONS = Set.of(
            "id",
            "anchor",
            "complement",
            "need",
            "timing",
            "delay",
            "strength",
            "origin",
            "reason",
            "kind",
            "valid_from",
            "valid_until",
            "condition",
            "bundle");

    static final Set<String> OF_STATEMENTS =
            Set.of("id", "hosts", "parts", "verdict", "limits", "provenance", "sentence");

    private static final int MOST_TOLD = 100;
    private static final int MOST_CHANGES = 3;

    private final Set<String> known;
    private final Set<String> told = new HashSet<>();

    UnknownKeys(Set<String> known) {
        this.known = known;
    }

    /** Remarks on the keys of a record that are told of for the first time. */
    List<String> in(JsonNode record) {
        List<String> remarks = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : record.properties()) {
            String key = entry.getKey();
            if (!known.contains(key) && told.size() < MOST_TOLD && told.add(key)) {
                remarks.add("the key \"" + key + "\" is not read"
                        + Spelling.closest(key, known, MOST_CHANGES)
                                .map(meant -> "; did you mean \"" + meant + "\"?")
                                .orElse(known.contains("attributes") ? "; attributes belong below \"attributes\"" : "")
                        + " (told for the first line that has it)");
            }
        }
        return remarks;
    }
}
