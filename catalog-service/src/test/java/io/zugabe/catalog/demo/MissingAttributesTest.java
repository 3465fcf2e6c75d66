package io.zugabe.catalog.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.PairAnswer;
import io.zugabe.catalog.fit.domain.AttributeTuple;
import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.RuleOutcome;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.rule.adapter.Packs;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.worlds.World;
import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Knowing less about the products of the demo shop and of the labelled catalogs never makes a verdict better. */
@Proves("O1")
class MissingAttributesTest {

    private static final int PAIRS_PER_RULE = 6;
    private static final int MOST_ATTRIBUTES = 10;

    private static final RuleSet RULES = Packs.load(Optional.empty()).rules();
    private static final List<LiveCatalog> CATALOGS = catalogs();
    private static final List<CatalogEntry> PRODUCTS =
            CATALOGS.stream().flatMap(catalog -> products(catalog).stream()).toList();

    @BeforeAll
    static void requireDemo() {
        Assumptions.assumeTrue(DemoShop.exists(), "the demo shop is not there: missing attributes were NOT tried");
    }

    /** Every rule, pairs of products that it lets pass, every subset of the attributes that it reads. */
    @TestFactory
    Stream<DynamicTest> rule_anyAttributesMissing_neverBetter() {
        return RULES.rules().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> tryAllSubsets(rule)));
    }

    /** All rules and maker statements together, on whole products. */
    @Property(tries = 1_200)
    void pair_anyAttributesMissing_neverBetter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int removals) {
        Random random = new Random(seed);
        LiveCatalog catalog = CATALOGS.get(random.nextInt(CATALOGS.size()));
        CatalogEntry anchor = gated(catalog, random);
        List<CatalogEntry> fitting = products(catalog).stream()
                .filter(other ->
                        PairAnswer.between(catalog.table(), anchor, other).verdict() != Verdict.UNKNOWN)
                .toList();
        if (fitting.isEmpty()) {
            return;
        }
        CatalogEntry candidate = fitting.get(random.nextInt(fitting.size()));
        Verdict before = PairAnswer.between(catalog.table(), anchor, candidate).verdict();
        Verdict after = PairAnswer.between(
                        catalog.table(),
                        poorer(catalog, anchor, removals, random),
                        poorer(catalog, candidate, removals, random))
                .verdict();
        assertFalse(
                quality(after) > quality(before),
                () -> "seed " + seed + ": " + anchor.product().id() + " + "
                        + candidate.product().id() + " went from " + before + " to " + after);
    }

    private static long position = 1_000_000;

    private static List<LiveCatalog> catalogs() {
        Stream<LiveCatalog> shop = DemoShop.exists() ? Stream.of(DemoShop.catalog(RULES)) : Stream.empty();
        Stream<LiveCatalog> worlds =
                World.all().stream().map(world -> world.files().catalog(RULES));
        return Stream.concat(shop, worlds).toList();
    }

    private static List<CatalogEntry> products(LiveCatalog catalog) {
        return List.copyOf(catalog.products().values());
    }

    private static CatalogEntry gated(LiveCatalog catalog, Random random) {
        List<CatalogEntry> ruled = products(catalog).stream()
                .filter(entry -> entry.group() != null)
                .toList();
        return ruled.get(random.nextInt(ruled.size()));
    }

    /** The same product under its own id, with some attributes removed, as the catalog would take it in. */
    private static CatalogEntry poorer(LiveCatalog catalog, CatalogEntry entry, int removals, Random random) {
        Map<String, AttributeValue> left = new TreeMap<>(entry.product().attributes());
        for (int i = 0; i < removals && !left.isEmpty(); i++) {
            left.remove(List.copyOf(left.keySet()).get(random.nextInt(left.size())));
        }
        Product poorer = entry.product().withAttributes(left);
        catalog.apply(List.of(new Change.ProductWritten(++position, poorer, Instant.EPOCH)));
        CatalogEntry changed = catalog.product(poorer.id()).orElseThrow();
        catalog.apply(List.of(new Change.ProductWritten(++position, entry.product(), Instant.EPOCH)));
        return changed;
    }

    private static void tryAllSubsets(FitRule rule) {
        int pairs = 0;
        Set<String> seen = new HashSet<>();
        List<String> reads = List.copyOf(rule.reads());
        for (CatalogEntry host : ofType(rule.hostType())) {
            for (CatalogEntry part : ofType(rule.partType())) {
                AttributeTuple hostTuple = tuple(host);
                AttributeTuple partTuple = tuple(part);
                Verdict full = verdict(rule, hostTuple, partTuple);
                if (full.isFit() && pairs < PAIRS_PER_RULE && seen.add(hostTuple.canonical() + partTuple.canonical())) {
                    pairs++;
                    trySubsets(rule, reads, hostTuple, partTuple, full);
                }
            }
        }
    }

    private static void trySubsets(
            FitRule rule, List<String> reads, AttributeTuple host, AttributeTuple part, Verdict full) {
        assertTrue(reads.size() <= 16, rule.id() + " reads " + reads.size() + " attributes");
        int subsets = 1 << Math.min(reads.size(), MOST_ATTRIBUTES + 4);
        for (int subset = 1; subset < subsets; subset++) {
            Set<String> removed = new HashSet<>();
            for (int i = 0; i < reads.size(); i++) {
                if ((subset & (1 << i)) != 0) {
                    removed.add(reads.get(i));
                }
            }
            Verdict less = verdict(rule, without(host, "host.", removed), without(part, "part.", removed));
            assertFalse(
                    quality(less) > quality(full),
                    () -> rule.id() + " goes from " + full + " to " + less + " without " + removed);
        }
    }

    private static AttributeTuple without(AttributeTuple tuple, String role, Set<String> removed) {
        Map<String, AttributeValue> left = new HashMap<>(tuple.values());
        left.keySet().removeIf(key -> removed.contains(role + key));
        return new AttributeTuple(tuple.type(), left);
    }

    private static Verdict verdict(FitRule rule, AttributeTuple host, AttributeTuple part) {
        return rule.judge(host, part) instanceof RuleOutcome.Spoke spoke ? spoke.verdict() : Verdict.UNKNOWN;
    }

    private static AttributeTuple tuple(CatalogEntry entry) {
        Product product = entry.product();
        return RULES.tupleOf(product.type(), product.brand(), product.model(), product.attributes());
    }

    /** One product of a type per tuple. */
    private static List<CatalogEntry> ofType(String type) {
        Map<String, CatalogEntry> byTuple = new LinkedHashMap<>();
        PRODUCTS.stream()
                .filter(entry -> RULES.schema().isA(entry.product().type(), type))
                .forEach(entry -> byTuple.putIfAbsent(tuple(entry).canonical(), entry));
        return new ArrayList<>(byTuple.values());
    }

    private static int quality(Verdict verdict) {
        return switch (verdict) {
            case FITS -> 2;
            case FITS_WITH_LIMITS -> 1;
            case DOES_NOT_FIT, UNKNOWN -> 0;
        };
    }
}
