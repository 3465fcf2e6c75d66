package io.zugabe.catalog.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.adapter.Packs;
import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The demo shop's products and traps under the rules of the packs. */
@Proves("O1")
class DemoShopTest {

    private static LiveCatalog catalog;
    private static Packs packs;

    @BeforeAll
    static void load() {
        Assumptions.assumeTrue(
                DemoShop.exists(), "the demo shop is not there: its products and traps were NOT checked");
        packs = Packs.load(Optional.empty());
        catalog = DemoShop.catalog(packs.rules());
    }

    @Test
    void product_ofDemo_isAcceptedBySchema() {
        assertEquals(List.of(), DemoShop.refusals(packs.rules()));
    }

    @Test
    void selector_ofDemo_namesWhatThereIs() {
        assertEquals(List.of(), DemoShop.misnomers(packs.rules()));
    }

    @TestFactory
    Stream<DynamicTest> trap_getsItsVerdict() {
        return DemoShop.lines("traps").stream()
                .map(trap -> DynamicTest.dynamicTest(
                        trap.path("host").asText() + " + " + trap.path("part").asText(), () -> check(trap)));
    }

    private static void check(JsonNode trap) {
        String host = trap.path("host").asText();
        String part = trap.path("part").asText();
        assertTrue(catalog.product(host).isPresent(), "the demo shop has no " + host);
        assertTrue(catalog.product(part).isPresent(), "the demo shop has no " + part);
        PairAnswer answer = PairAnswer.of(catalog.table(), host, catalog.product(host), part, catalog.product(part));
        assertEquals(trap.path("verdict").asText(), answer.verdict().name(), () -> answer.toString());
        if (answer instanceof PairAnswer.Answered answered) {
            String rule = trap.path("rule").asText();
            assertTrue(
                    answered.answer().answer().grounds().stream()
                            .filter(ground -> ground.verdict() == answer.verdict())
                            .anyMatch(ground -> ground.authority().evidenceId().startsWith(rule)),
                    () -> "decided by " + answered.answer().answer().grounds() + " instead of " + rule);
        }
    }
}
