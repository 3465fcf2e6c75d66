package io.zugabe.catalog.live.domain;

import static io.zugabe.catalog.fit.domain.ToolShop.PLATFORM;
import static io.zugabe.catalog.fit.domain.ToolShop.RULES;
import static io.zugabe.catalog.fit.domain.ToolShop.SCHEMA;
import static io.zugabe.catalog.fit.domain.ToolShop.SIZE;
import static io.zugabe.catalog.fit.domain.ToolShop.constant;
import static io.zugabe.catalog.fit.domain.ToolShop.not;
import static io.zugabe.catalog.fit.domain.ToolShop.product;
import static io.zugabe.catalog.fit.domain.ToolShop.rule;
import static io.zugabe.catalog.fit.domain.ToolShop.same;
import static io.zugabe.catalog.fit.domain.ToolShop.statement;
import static io.zugabe.catalog.fit.domain.ToolShop.type;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.domain.FitAnswer;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.kit.test.Proves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** A catalog that changed step by step says the same as one that saw only the end. */
@Proves("O1")
class IncrementalFitTest {

    /** What a catalog may go through. */
    private static final List<RuleSet> RULE_SETS = List.of(
            RULES,
            new RuleSet(SCHEMA, List.of(PLATFORM), "no size"),
            new RuleSet(
                    SCHEMA,
                    List.of(rule("platform", "tool", not(same("platform")), List.of()), SIZE),
                    "the same attributes read, the opposite said"),
            new RuleSet(SCHEMA, List.of(PLATFORM, SIZE, rule("region", "tool", same("region"), List.of())), "regions"),
            new RuleSet(SCHEMA, List.of(), "none"),
            new RuleSet(
                    new Schema(List.of(type("tool", "", "size"), type("drill", "tool"), type("pack", "", "size"))),
                    List.of(rule("anything", "tool", constant(true), List.of())),
                    "another schema"));

    @Property(tries = 300)
    void changes_oneByOne_sayWhatARebuildSays(@ForAll("histories") List<Step> steps) {
        LiveCatalog live = new LiveCatalog(RULES);
        List<Change> changes = new ArrayList<>();
        RuleSet rules = RULES;
        for (Step step : steps) {
            switch (step) {
                case Write write -> {
                    Change change = write.at(changes.size() + 1);
                    changes.add(change);
                    live.apply(List.of(change));
                }
                case UseRules(int number) -> {
                    rules = RULE_SETS.get(number);
                    live.useRules(rules);
                }
                case Rebuild _ -> live.rebuildTable();
            }
        }
        while (live.tableIsStale()) {
            live.rebuildTable();
        }
        LiveCatalog atOnce = new LiveCatalog(rules);
        atOnce.apply(changes);
        atOnce.rebuildTable();
        assertEquals(answers(atOnce), answers(live));
        assertEquals(atOnce.table().version(), live.table().version());
        checkIndex(live);
    }

    /** While a rebuild is under way, groups of both tables meet: the table that is asked decides by its own rules. */
    @Property(tries = 200)
    void groupsOfAnotherTable_areAnsweredByTheRulesOfTheTableAsked(
            @ForAll("histories") List<Step> steps, @ForAll("ruleSets") int next) {
        LiveCatalog live = new LiveCatalog(RULES);
        steps.stream()
                .filter(step -> step instanceof WriteProduct || step instanceof DeleteProduct)
                .forEach(step -> live.apply(List.of(((Write) step).at(live.position() + 1))));
        List<FitGroup> old = List.copyOf(live.table().groups());
        RuleSet rules = RULE_SETS.get(next);
        live.useRules(rules);
        live.rebuildTable();
        for (FitGroup host : old) {
            for (FitGroup part : old) {
                FitAnswer direct = FitAnswer.ofRules(rules.about(host.type(), part.type()), host.tuple(), part.tuple());
                assertEquals(
                        rules.schema() == SCHEMA ? direct : FitAnswer.NOTHING_SAID,
                        live.table().answer(host, part),
                        "what was declared otherwise cannot be judged");
            }
        }
    }

    @Test
    void aChangedRule_evaluatesOnlyPairsOfItsTypes() {
        Schema schema = new Schema(List.of(
                type("tool", "", "platform"), type("pack", "", "platform"), type("drill", ""), type("bit", "")));
        var platform = rule("platform", "tool", same("platform"), List.of());
        var drills = rule("drills", "drill", constant(true), List.of());
        LiveCatalog live = new LiveCatalog(new RuleSet(schema, List.of(platform, drills), "1"));
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            changes.add(written(2 * i + 1, product("tool" + i, "tool", "P" + i, "", "")));
            changes.add(written(2 * i + 2, product("pack" + i, "pack", "P" + i, "", "")));
        }
        changes.add(written(100, product("drill", "drill", "", "", "")));
        live.apply(changes);
        long evaluated = live.table().ruleVerdicts().evaluations();
        assertEquals(20 * 20 + 20, evaluated);
        var otherDrills = rule("drills", "drill", constant(false), List.of());
        live.useRules(new RuleSet(schema, List.of(platform, otherDrills), "2"));
        live.rebuildTable();
        assertEquals(1, live.table().ruleVerdicts().evaluations() - evaluated, "all packs look alike to it");
        assertEquals(
                Verdict.DOES_NOT_FIT,
                verdict(
                        live,
                        live.product("drill").orElseThrow(),
                        live.product("pack0").orElseThrow()));
        assertEquals(
                Verdict.FITS,
                verdict(
                        live,
                        live.product("pack3").orElseThrow(),
                        live.product("tool3").orElseThrow()));
    }

    @Test
    void aRuleThatReadsANewAttribute_isEvaluatedOncePerPairThatLooksAlikeToIt() {
        Schema schema = new Schema(List.of(type("tool", "", "platform", "size"), type("pack", "", "platform", "size")));
        var platform = rule("platform", "tool", same("platform"), List.of());
        LiveCatalog live = new LiveCatalog(new RuleSet(schema, List.of(platform), "1"));
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            changes.add(written(2 * i + 1, product("tool" + i, "tool", "P" + i / 2, "S" + i % 2, "")));
            changes.add(written(2 * i + 2, product("pack" + i, "pack", "P" + i / 2, "S" + i % 2, "")));
        }
        live.apply(changes);
        long evaluated = live.table().ruleVerdicts().evaluations();
        assertEquals(5 * 5, evaluated);
        var size = rule("size", "tool", same("size"), List.of());
        RuleSet both = new RuleSet(schema, List.of(platform, size), "2");
        live.useRules(both);
        live.rebuildTable();
        long again = live.table().ruleVerdicts().evaluations() - evaluated;
        assertTrue(again >= 5 * 5 && again <= 5 * 5 + 2 * 2, again + " of 100 pairs");
        LiveCatalog anew = new LiveCatalog(both);
        anew.apply(changes);
        assertEquals(answers(anew), answers(live));
    }

    private static TreeMap<String, String> answers(LiveCatalog catalog) {
        TreeMap<String, String> answers = new TreeMap<>();
        for (CatalogEntry one : catalog.products().values()) {
            for (CatalogEntry other : catalog.products().values()) {
                FitAnswer answer = catalog.table()
                        .answerEitherWay(one.group(), other.group())
                        .answer();
                assertEquals(answer.verdict(), verdict(catalog, one, other));
                answers.put(
                        one.product().id() + " " + other.product().id(),
                        answer.verdict() + " " + answer.limits() + " " + answer.missing() + " "
                                + answer.grounds().stream()
                                        .map(ground -> ground.authority().evidenceId())
                                        .toList());
            }
        }
        return answers;
    }

    /** By the groups; if the places know it, by the places, too. */
    private static Verdict verdict(LiveCatalog catalog, CatalogEntry one, CatalogEntry other) {
        Verdict verdict = catalog.table().verdictEitherWay(one.group(), other.group());
        Verdict placed = catalog.fitPlaces().verdict(one.ordinal(), other.ordinal());
        assertTrue(placed == null || placed == verdict, () -> placed + " at their places, " + verdict);
        return verdict;
    }

    private static void checkIndex(LiveCatalog catalog) {
        int grouped = 0;
        for (FitGroup group : catalog.table().groups()) {
            grouped += catalog.fitIndex().count(group);
            for (int ordinal : catalog.fitIndex().members(List.of(group)).toArray()) {
                CatalogEntry entry = catalog.productAt(ordinal);
                assertTrue(entry != null && entry.group() == group);
                assertEquals(ordinal, entry.ordinal());
            }
        }
        for (String type : catalog.types()) {
            OrdinalsById.Cursor cursor = catalog.ordinalsOfType(type).cursorAt("");
            for (CatalogEntry entry : catalog.productsOfType(type).values()) {
                assertEquals(entry.ordinal(), cursor.next());
            }
            assertEquals(OrdinalsById.END, cursor.next());
        }
        long expected = StreamSupport.stream(catalog.products().values().spliterator(), false)
                .filter(entry -> entry.group() != null)
                .count();
        assertEquals(expected, grouped);
    }

    @Provide
    Arbitrary<Integer> ruleSets() {
        return Arbitraries.integers().between(0, RULE_SETS.size() - 1);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<String> value = Arbitraries.of("A", "B", "");
        Arbitrary<Integer> id = Arbitraries.integers().between(1, 8);
        Arbitrary<String> type = Arbitraries.of("tool", "drill", "pack", "umbrella");
        Arbitrary<Step> write = Combinators.combine(id, type, value, value, value)
                .as((number, ofType, platform, size, region) ->
                        (Step) new WriteProduct(number, ofType, platform, size, region));
        Arbitrary<Step> delete = id.map(DeleteProduct::new);
        Arbitrary<Selector> selector = Arbitraries.oneOf(
                id.map(number -> (Selector) new Selector.ByProduct("p" + number)),
                type.map(Selector.ByType::new),
                Combinators.combine(type, Arbitraries.of("platform", "region"), Arbitraries.of("A", "B"))
                        .as((ofType, attribute, wanted) ->
                                (Selector) new Selector.ByAttributes(ofType, attribute, wanted)));
        Arbitrary<Step> state = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(Verdict.FITS, Verdict.DOES_NOT_FIT),
                        selector,
                        selector)
                .as((number, verdict, host, part) -> (Step) new WriteStatement(number, verdict, host, part));
        Arbitrary<Step> unsay = Arbitraries.integers().between(1, 3).map(DeleteStatement::new);
        Arbitrary<Step> useRules = ruleSets().map(UseRules::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(10, write),
                        Tuple.of(2, delete),
                        Tuple.of(3, state),
                        Tuple.of(1, unsay),
                        Tuple.of(1, useRules),
                        Tuple.of(3, Arbitraries.just((Step) new Rebuild())))
                .list()
                .ofMaxSize(40);
    }

    private static Change written(long position, io.zugabe.catalog.product.domain.Product product) {
        return new Change.ProductWritten(position, product, Instant.EPOCH);
    }

    sealed interface Step {}

    /** A change of the log. */
    sealed interface Write extends Step {
        Change at(long position);
    }

    record WriteProduct(int number, String type, String platform, String size, String region) implements Write {
        @Override
        public Change at(long position) {
            return written(position, product("p" + number, type, platform, size, region));
        }
    }

    record DeleteProduct(int number) implements Write {
        @Override
        public Change at(long position) {
            return new Change.ProductDeleted(position, "p" + number, Instant.EPOCH);
        }
    }

    record WriteStatement(int number, Verdict verdict, Selector host, Selector part) implements Write {
        @Override
        public Change at(long position) {
            return new Change.StatementWritten(position, statement("s" + number, verdict, host, part));
        }
    }

    record DeleteStatement(int number) implements Write {
        @Override
        public Change at(long position) {
            return new Change.StatementDeleted(position, "s" + number);
        }
    }

    record UseRules(int number) implements Step {}

    record Rebuild() implements Step {}
}
