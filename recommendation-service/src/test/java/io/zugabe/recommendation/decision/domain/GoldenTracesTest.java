package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.adapter.RecordedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Decisions over the demo shop are those that people have read and found good: one file each. After a change that is
 * meant to change them, {@code -Dzugabe.golden.regenerate=true} writes them anew; their difference is the review.
 */
class GoldenTracesTest {

    private static final Path DECISIONS = GoldenShop.FOLDER.resolve("decisions");
    private static final boolean REGENERATE = Boolean.getBoolean("zugabe.golden.regenerate");

    @Test
    @Proves({"O11", "T1"})
    void decisions_areThoseThatWereFoundGood() throws IOException {
        Map<String, String> made = made();
        if (REGENERATE) {
            write(made);
        }
        List<String> different = new ArrayList<>();
        made.forEach((name, text) -> {
            if (!text.equals(kept(name))) {
                different.add(name);
            }
        });
        assertEquals(
                List.of(),
                different,
                "these decisions are others than in " + DECISIONS
                        + "; if they are meant to be, write them anew with -Dzugabe.golden.regenerate=true and read"
                        + " the difference");
        assertEquals(names(), made.keySet(), "files without a decision");
    }

    @Test
    @Proves({"C4", "T1"})
    void cases_coverAllPlacementsAndTreatments() {
        List<GoldenCases.Case> cases = GoldenCases.all();
        assertTrue(cases.size() >= 50, cases.size() + " cases");
        assertEquals(
                EnumSet.allOf(Placement.class),
                cases.stream()
                        .map(golden -> golden.ask().request().placement())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Placement.class))));
        Set<String> reasons = cases.stream()
                .flatMap(golden -> golden.ask().customer().profile().treatment().reasonCodes().stream())
                .collect(Collectors.toSet());
        assertTrue(
                reasons.containsAll(Set.of(
                        "SERVICE_DEMANDER",
                        "REVENUE_REVERSER",
                        "PROMOTION_MAXIMIZER",
                        "SPENDING_LIMITER",
                        "DO_NOT_DISTURB")),
                reasons::toString);
    }

    /** Takes the catalog of a running demo shop, when its products or rules have changed. */
    @Test
    @EnabledIfSystemProperty(named = "zugabe.golden.catalog", matches = ".+")
    void recordsTheCatalog() {
        assertTrue(RecordedCatalog.record(System.getProperty("zugabe.golden.catalog"), GoldenShop.CATALOG) > 0);
    }

    private static Map<String, String> made() {
        Snapshot snapshot = GoldenShop.open();
        Map<String, String> made = new TreeMap<>();
        for (GoldenCases.Case golden : GoldenCases.all()) {
            String text = GoldenText.of(golden, golden.ask().of(snapshot));
            assertEquals(null, made.put(golden.name() + ".txt", text), "two cases of one name");
        }
        return made;
    }

    private static void write(Map<String, String> made) throws IOException {
        Files.createDirectories(DECISIONS);
        for (String stale : names()) {
            Files.delete(DECISIONS.resolve(stale));
        }
        for (Map.Entry<String, String> each : made.entrySet()) {
            Files.writeString(DECISIONS.resolve(each.getKey()), each.getValue());
        }
    }

    private static Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private static String kept(String name) {
        Path file = DECISIONS.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
