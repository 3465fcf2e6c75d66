package io.zugabe.catalog.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.SetMember;
import io.zugabe.catalog.fit.domain.SetPair;
import io.zugabe.catalog.fit.domain.SetVerdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
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
        SetVerdict verdict = verdict(catalog, products(catalog, set));
        String why = set.path("why").asText();
        assertEquals(set.path("verdict").asText(), verdict.verdict().name(), () -> why + "\n" + verdict);
        List<String> expected = new ArrayList<>();
        set.path("limits").forEach(limit -> expected.add(limit.asText()));
        assertEquals(
                expected, verdict.limits().stream().map(WorldSetsTest::text).toList(), () -> why + "\n" + verdict);
    }

    private static List<CatalogEntry> products(LiveCatalog catalog, JsonNode set) {
        List<CatalogEntry> products = new ArrayList<>();
        for (JsonNode id : set.path("products")) {
            Optional<CatalogEntry> entry = catalog.product(id.asText());
            assertTrue(entry.isPresent(), () -> "there is no product " + id);
            entry.ifPresent(products::add);
        }
        return products;
    }

    private static SetVerdict verdict(LiveCatalog catalog, List<CatalogEntry> products) {
        List<SetMember> members = products.stream()
                .map(entry -> new SetMember(entry.product().id(), entry.typePath()))
                .toList();
        List<SetPair> said = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            for (int j = i + 1; j < products.size(); j++) {
                if (PairAnswer.between(catalog.table(), products.get(i), products.get(j))
                        instanceof PairAnswer.Answered answered) {
                    said.add(new SetPair(
                            answered.anchorId(),
                            answered.candidateId(),
                            answered.verdict(),
                            answered.answer().answer().limits()));
                }
            }
        }
        return SetVerdict.of(members, said);
    }

    /** For instance "charge_power: 60 W of 96 W". */
    private static String text(Limit limit) {
        return limit.attribute() + ": " + limit.got() + " of " + limit.needed();
    }
}
