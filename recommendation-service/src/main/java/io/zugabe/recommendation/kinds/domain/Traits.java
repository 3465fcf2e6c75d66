package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.kinds.domain.Trait.Role;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.TypePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The traits by type: what makes products better is declared, never guessed. Types inherit the traits of the
 * types above them. Immutable.
 */
public final class Traits {

    public static final Traits NONE = new Traits(Map.of());

    private static final int LEAST_COLUMNS = 5;
    private static final int MOST_COLUMNS = 6;
    private static final String RANKED = "rank:";

    private final Map<String, List<Trait>> byType;
    private final Map<TypePath, List<Trait>> known = new ConcurrentHashMap<>();

    private Traits(Map<String, List<Trait>> byType) {
        this.byType = byType;
    }

    /**
     * Reads traits from lines of columns separated by tabs: type, attribute, role ("more", "less", "same", "amount" or
     * "rank:worst&lt;better&lt;best"), name in English, in German and, if there is one, in Dutch. Lines that are blank
     * or begin with # say nothing.
     *
     * @throws IllegalArgumentException if a line cannot be read, with its number and why
     */
    public static Traits parse(List<String> lines) {
        Map<String, List<Trait>> byType = new LinkedHashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            if (!text.isBlank() && !text.startsWith("#")) {
                String[] columns = text.split("\t", -1);
                if (columns.length < LEAST_COLUMNS || columns.length > MOST_COLUMNS) {
                    throw new IllegalArgumentException("line " + (line + 1) + " has " + columns.length
                            + " columns; must have type, attribute, role and two or three names, separated by tabs: "
                            + text);
                }
                byType.computeIfAbsent(columns[0], _ -> new ArrayList<>()).add(trait(columns, line + 1));
            }
        }
        return new Traits(byType);
    }

    private static Trait trait(String[] columns, int line) {
        LocalizedText name = new LocalizedText(
                columns.length < MOST_COLUMNS
                        ? Map.of("en", columns[3], "de", columns[4])
                        : Map.of("en", columns[3], "de", columns[4], "nl", columns[5]));
        String role = columns[2];
        if (role.startsWith(RANKED)) {
            List<String> ranks = List.of(role.substring(RANKED.length()).split("<", -1));
            return new Trait(columns[1], Role.RANKED, ranks, name);
        }
        try {
            return new Trait(columns[1], Role.valueOf(role.toUpperCase(Locale.ROOT)), List.of(), name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "line " + line + ": \"" + role + "\" must be more, less, same, amount or rank:worst<best", unknown);
        }
    }

    /** The traits of a type, its own before those of the types above; empty if nothing is declared. */
    public List<Trait> of(TypePath type) {
        return byType.isEmpty() ? List.of() : known.computeIfAbsent(type, this::collect);
    }

    private List<Trait> collect(TypePath type) {
        Map<String, Trait> traits = new LinkedHashMap<>();
        for (String each : type.types()) {
            byType.getOrDefault(each, List.of()).forEach(trait -> traits.putIfAbsent(trait.attribute(), trait));
        }
        return List.copyOf(traits.values());
    }
}
