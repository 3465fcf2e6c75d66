package io.zugabe.quickstart.demoshop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateMainTest {

    private static final Set<String> TYPES = Set.of(
            "view_item",
            "search",
            "add_to_cart",
            "remove_from_cart",
            "begin_checkout",
            "purchase",
            "refund",
            "case_opened",
            "case_resolved",
            "promotion_redeemed",
            "newsletter_changed",
            "membership_changed",
            "review",
            "consent_changed",
            "traits_changed");

    @Test
    void write_givesEveryKindOfEventAndKeepsTheTruthApart(@TempDir Path folder) throws IOException {
        var simulator = new ShopperSimulator(5, 400, Instant.parse("2026-11-22T10:00:00Z"));
        long events = SimulateMain.write(simulator, folder);

        var json = new JsonMapper();
        List<String> lines = Files.readAllLines(folder.resolve("events.jsonl"));
        assertEquals(events, lines.size());
        var seen = new TreeSet<String>();
        for (String line : lines) {
            JsonNode event = json.readTree(line);
            String type = event.get("type").asText();
            seen.add(type);
            assertTrue(event.get("id").asText().matches("e-\\d{5}-\\d{2}-\\d{3}"), line);
            assertTrue(event.get("customer").asText().matches("c-\\d{5}"), line);
            if (type.equals("purchase") || type.equals("refund")) {
                assertTrue(event.get("order").asText().startsWith("o-"), line);
                for (JsonNode item : event.get("items")) {
                    assertTrue(Amount.parse(item.get("price").asText()) > 0, line);
                    assertTrue(Amount.parse(item.get("cost").asText()) > 0, line);
                    assertTrue(item.get("category").asText().contains(" > "), line);
                }
            }
            for (ShopperType customer : ShopperType.values()) {
                assertFalse(line.contains(customer.name().toLowerCase(Locale.ROOT) + "\""), line);
            }
        }
        assertEquals(new TreeSet<>(TYPES), seen);

        List<String> truth = Files.readAllLines(folder.resolve("truth.jsonl"));
        assertEquals(400, truth.size());
        assertEquals("c-00001", json.readTree(truth.getFirst()).get("customer").asText());
    }
}
