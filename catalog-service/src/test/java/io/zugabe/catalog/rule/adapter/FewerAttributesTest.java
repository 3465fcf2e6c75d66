package io.zugabe.catalog.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.RuleOutcome;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.worlds.World;
import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Every rule of every pack, about products made of the values of labelled products and of the packs' tests: whatever
 * is left out of them, the rule says the same or that it does not know.
 */
@Proves("O1")
class FewerAttributesTest {

    private static final int SUBSETS = 6;
    private static final int MOST_PAIRS = 200;
    private static final int ONE_IN = 3;

    private static final Packs PACKS = Packs.load(Optional.empty());
    private static final List<Subject> SUBJECTS = subjects();

    @Property(tries = 80)
    void rule_saysTheSameOrUnknown_whateverIsMissing(@ForAll long seed) {
        Random random = new Random(seed);
        for (Subject subject : SUBJECTS) {
            for (List<Tuples> alike : subject.decided().values()) {
                trySubsets(subject.rule(), any(alike, random), random);
            }
            trySubsets(subject.rule(), subject.made(random), random);
        }
    }

    /** Otherwise the property would hold for a rule because nothing is known about it. */
    @Example
    void everyRule_decidesPairs() {
        SUBJECTS.forEach(subject -> assertFalse(subject.decided().isEmpty(), subject.rule()::id));
        Set<Verdict> verdicts = SUBJECTS.stream()
                .flatMap(subject -> subject.decided().keySet().stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of(Verdict.FITS, Verdict.FITS_WITH_LIMITS, Verdict.DOES_NOT_FIT), verdicts);
    }

    private static void trySubsets(FitRule rule, Tuples pair, Random random) {
        RuleOutcome full = rule.judge(pair.host(), pair.part());
        for (int i = 0; i < SUBSETS; i++) {
            int oneIn = 1 + random.nextInt(2 * ONE_IN);
            Set<String> removed = rule.reads().stream()
                    .filter(_ -> random.nextInt(oneIn) == 0)
                    .collect(Collectors.toSet());
            RuleOutcome less =
                    rule.judge(without(pair.host(), "host.", removed), without(pair.part(), "part.", removed));
            boolean unknown = less instanceof RuleOutcome.Spoke spoke && spoke.verdict() == Verdict.UNKNOWN;
            assertTrue(
                    unknown || said(less).equals(said(full)),
                    () -> rule.id() + " says " + said(full) + ", and " + said(less) + " without " + removed + " of "
                            + pair.host().canonical() + " and " + pair.part().canonical());
        }
    }

    private static Optional<Verdict> said(RuleOutcome outcome) {
        return outcome instanceof RuleOutcome.Spoke spoke ? Optional.of(spoke.verdict()) : Optional.empty();
    }

    private static AttributeTuple without(AttributeTuple tuple, String role, Set<String> removed) {
        Map<String, AttributeValue> left = new HashMap<>(tuple.values());
        left.keySet().removeIf(key -> removed.contains(role + key));
        return new AttributeTuple(tuple.type(), left);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<Subject> subjects() {
        Map<String, Subject> byRule = new LinkedHashMap<>();
        PACKS.rules().rules().forEach(rule -> byRule.put(rule.id(), Subject.of(rule)));
        for (PackTest test : PACKS.tests()) {
            AttributeTuple host =
                    test.test().hostTuple(test.schema(), test.rule().hostType());
            AttributeTuple part =
                    test.test().partTuple(test.schema(), test.rule().partType());
            byRule.get(test.rule().id()).add(new Tuples(host, part));
        }
        for (World world : World.all()) {
            LiveCatalog catalog = world.files().catalog(PACKS.rules());
            for (World.Label label : world.labels()) {
                Tuples pair = new Tuples(
                        tuple(catalog.product(label.host()).orElseThrow()),
                        tuple(catalog.product(label.part()).orElseThrow()));
                PACKS.rules()
                        .about(pair.host().type(), pair.part().type())
                        .forEach(rule -> byRule.get(rule.id()).add(pair));
            }
        }
        return List.copyOf(byRule.values());
    }

    private static AttributeTuple tuple(CatalogEntry entry) {
        Product product = entry.product();
        return PACKS.rules().tupleOf(product.type(), product.brand(), product.model(), product.attributes());
    }

    private record Tuples(AttributeTuple host, AttributeTuple part) {}

    /** A rule and pairs of products to try it on, those about which it is sure by what it says. */
    private record Subject(FitRule rule, List<Tuples> pairs, Map<Verdict, List<Tuples>> decided) {

        static Subject of(FitRule rule) {
            return new Subject(rule, new ArrayList<>(), new EnumMap<>(Verdict.class));
        }

        void add(Tuples pair) {
            if (pairs.size() >= MOST_PAIRS) {
                return;
            }
            pairs.add(pair);
            said(rule.judge(pair.host(), pair.part()))
                    .filter(verdict -> verdict != Verdict.UNKNOWN)
                    .ifPresent(verdict -> decided.computeIfAbsent(verdict, _ -> new ArrayList<>())
                            .add(pair));
        }

        /** A host and a part of two pairs, some of whose values are those of others. */
        Tuples made(Random random) {
            AttributeTuple host = any(pairs, random).host();
            AttributeTuple part = any(pairs, random).part();
            return new Tuples(
                    mixed(host, pairs.stream().map(Tuples::host).toList(), random),
                    mixed(part, pairs.stream().map(Tuples::part).toList(), random));
        }

        private static AttributeTuple mixed(AttributeTuple tuple, List<AttributeTuple> others, Random random) {
            Map<String, AttributeValue> values = new HashMap<>(tuple.values());
            any(others, random).values().forEach((key, value) -> {
                if (random.nextInt(ONE_IN) == 0) {
                    values.put(key, value);
                }
            });
            return new AttributeTuple(tuple.type(), values);
        }
    }
}
