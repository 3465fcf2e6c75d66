package io.zugabe.catalog.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.fit.CheckSet;
import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.SetVerdict;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.adapter.Packs;
import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The labelled sets of the worlds: device, charger and cable; body, adapter and lens. */
@Proves("O1")
class WorldSetsTest {

    private static final RuleSet RULES = Packs.load(Optional.empty()).rules();

    @TestFactory
    Stream<DynamicContainer> set_getsItsVerdict() {
        return World.all().stream()
                .filter(world -> !world.files().lines("sets").isEmpty())
                .map(world -> {
                    LiveCatalog catalog = world.files().catalog(RULES);
                    return DynamicContainer.dynamicContainer(
                            world.name(),
                            world.files().lines("sets").stream()
                                    .map(set -> DynamicTest.dynamicTest(
                                            set.path("products").toString(), () -> check(catalog, set))));
                });
    }

    private static void check(LiveCatalog catalog, JsonNode set) {
        SetVerdict verdict = CheckSet.check(catalog, products(catalog, set)).verdict();
        String why = set.path("why").asText();
        assertEquals(set.path("verdict").asText(), verdict.verdict().name(), () -> why + "\n" + verdict);
        List<String> expected = new ArrayList<>();
        set.path("limits").forEach(limit -> expected.add(limit.asText()));
        assertEquals(
                expected, verdict.limits().stream().map(WorldSetsTest::text).toList(), () -> why + "\n" + verdict);
    }

    private static List<String> products(LiveCatalog catalog, JsonNode set) {
        List<String> products = new ArrayList<>();
        for (JsonNode id : set.path("products")) {
            assertTrue(catalog.product(id.asText()).isPresent(), () -> "there is no product " + id);
            products.add(id.asText());
        }
        return products;
    }

    /** For instance "charge_power: 60 W of 96 W". */
    private static String text(Limit limit) {
        return limit.attribute() + ": " + limit.got() + " of " + limit.needed();
    }
}
