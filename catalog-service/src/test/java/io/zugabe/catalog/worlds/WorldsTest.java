package io.zugabe.catalog.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.fit.domain.Limit;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.rule.adapter.Packs;
import io.zugabe.catalog.worlds.World.Label;
import io.zugabe.kit.test.Proves;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rule packs and makers' lists against labelled catalogs of real products, one or more domains of fit each. */
@Proves({"O1", "O2"})
class WorldsTest {

    private static final int DOMAINS = 16;
    private static final int LEAST_PRODUCTS = 20;
    private static final int LEAST_PAIRS = 60;
    private static final int LEAST_MISFITS = 25;

    private static final RuleSet RULES = Packs.load(Optional.empty()).rules();
    private static final List<World> WORLDS = World.all();

    @TestFactory
    Stream<DynamicContainer> label_getsItsVerdict() {
        return WORLDS.stream().map(world -> {
            LiveCatalog catalog = world.files().catalog(RULES);
            return DynamicContainer.dynamicContainer(
                    world.name(),
                    world.labels().stream()
                            .map(label -> DynamicTest.dynamicTest(
                                    label.host() + " + " + label.part(), () -> check(catalog, label))));
        });
    }

    /** Says again, over all worlds at once, the one thing that must never happen. */
    @Test
    void misfit_neverFits() {
        for (World world : WORLDS) {
            LiveCatalog catalog = world.files().catalog(RULES);
            List<String> falseFits = world.labels().stream()
                    .filter(label -> label.verdict() == Verdict.DOES_NOT_FIT)
                    .filter(label -> answer(catalog, label).verdict().isFit())
                    .map(label -> label.host() + " + " + label.part())
                    .toList();
            assertEquals(List.of(), falseFits, world.name());
        }
    }

    @TestFactory
    Stream<DynamicTest> world_isSound() {
        return WORLDS.stream().map(world -> DynamicTest.dynamicTest(world.name(), () -> checkSound(world)));
    }

    @Test
    void selector_namesWhatThereIs() {
        WORLDS.forEach(world -> assertEquals(List.of(), world.files().misnomers(RULES), world.name()));
    }

    /** Enough real products and misfits of every domain to find a rule that is wrong about one of them. */
    @TestFactory
    Stream<DynamicTest> domain_isLabelled() {
        return IntStream.rangeClosed(1, DOMAINS)
                .mapToObj(domain -> DynamicTest.dynamicTest("domain " + domain, () -> checkLabelled(domain)));
    }

    private static void checkLabelled(int domain) {
        List<Label> labels = WORLDS.stream()
                .flatMap(world -> world.labelsOf(domain).stream())
                .toList();
        assertAtLeast(
                LEAST_PRODUCTS, labels.stream().map(Label::host).distinct().count(), "hosts");
        assertAtLeast(
                LEAST_PRODUCTS, labels.stream().map(Label::part).distinct().count(), "parts");
        assertAtLeast(LEAST_PAIRS, labels.size(), "pairs");
        long misfits = labels.stream()
                .filter(label -> label.verdict() == Verdict.DOES_NOT_FIT)
                .count();
        assertAtLeast(LEAST_MISFITS, misfits, "misfits");
    }

    private static void assertAtLeast(int least, long found, String what) {
        assertTrue(found >= least, () -> found + " " + what + ", at least " + least + " are wanted");
    }

    private static void check(LiveCatalog catalog, Label label) {
        assertTrue(catalog.product(label.host()).isPresent(), "there is no product " + label.host());
        assertTrue(catalog.product(label.part()).isPresent(), "there is no product " + label.part());
        PairAnswer answer = answer(catalog, label);
        assertEquals(label.verdict(), answer.verdict(), () -> label.why() + "\n" + answer);
        if (!label.limits().isEmpty() && answer instanceof PairAnswer.Answered answered) {
            List<String> limits = answered.answer().answer().limits().stream()
                    .map(Limit::attribute)
                    .distinct()
                    .sorted()
                    .toList();
            assertEquals(label.limits(), limits, label::why);
        }
    }

    private static PairAnswer answer(LiveCatalog catalog, Label label) {
        return PairAnswer.of(
                catalog.table(),
                label.host(),
                catalog.product(label.host()),
                label.part(),
                catalog.product(label.part()));
    }

    /** No value that the schema refuses, no product twice or unused, no pair twice, no attribute that nobody declared. */
    private static void checkSound(World world) {
        assertEquals(List.of(), world.files().refusals(RULES));
        List<JsonNode> products = world.files().lines("products");
        Set<String> ids = new HashSet<>();
        for (JsonNode product : products) {
            String id = product.path("id").asText();
            String type = product.path("type").asText();
            assertTrue(ids.add(id), () -> id + " stands there twice");
            assertTrue(
                    RULES.schema().find(type).isPresent(), () -> id + " has the type " + type + ", which is unknown");
            product.path("attributes")
                    .fieldNames()
                    .forEachRemaining(key -> assertTrue(
                            RULES.schema().attributes(type).containsKey(key),
                            () -> id + " has the attribute " + key + ", which " + type + " does not declare"));
        }
        Set<String> used = world.labels().stream()
                .flatMap(label -> Stream.of(label.host(), label.part()))
                .collect(Collectors.toSet());
        assertEquals(ids, used, "the products and those that pairs name");
        Set<String> pairs = new HashSet<>();
        for (Label label : world.labels()) {
            assertTrue(world.domains().contains(label.domain()), () -> label + " is about another domain");
            assertTrue(pairs.add(label.host() + " + " + label.part()), () -> label + " stands there twice");
            assertFalse(label.why().isBlank(), () -> label + " does not say why");
        }
    }
}
