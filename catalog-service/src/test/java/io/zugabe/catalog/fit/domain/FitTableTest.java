package io.zugabe.catalog.fit.domain;

import static io.zugabe.catalog.fit.domain.ToolShop.PLATFORM;
import static io.zugabe.catalog.fit.domain.ToolShop.RULES;
import static io.zugabe.catalog.fit.domain.ToolShop.SCHEMA;
import static io.zugabe.catalog.fit.domain.ToolShop.SIZE;
import static io.zugabe.catalog.fit.domain.ToolShop.liftable;
import static io.zugabe.catalog.fit.domain.ToolShop.product;
import static io.zugabe.catalog.fit.domain.ToolShop.rule;
import static io.zugabe.catalog.fit.domain.ToolShop.same;
import static io.zugabe.catalog.fit.domain.ToolShop.statement;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A drill takes a pack of its platform; a compact drill only packs up to its size, else with a limit. */
@Proves("O1")
class FitTableTest {

    @ParameterizedTest
    @CsvSource({
        "A, s, A, s, FITS",
        "A, s, A, m, FITS_WITH_LIMITS",
        "A, s, B, s, DOES_NOT_FIT",
        "A, s, B, m, DOES_NOT_FIT",
        "A, s, '', s, UNKNOWN",
        "A, s, A, '', UNKNOWN",
        "A, s, B, '', DOES_NOT_FIT",
        "'', '', B, s, UNKNOWN"
    })
    void rules_conjunction(
            String toolPlatform, String toolSize, String packPlatform, String packSize, Verdict verdict) {
        FitTable table = table();
        FitGroup tool = table.groupOf(product("t", "drill", toolPlatform, toolSize, ""));
        FitGroup pack = table.groupOf(product("p", "pack", packPlatform, packSize, ""));
        assertEquals(verdict, table.answer(tool, pack).verdict());
        assertEquals(verdict, table.answerEitherWay(tool, pack).answer().verdict());
        assertEquals(verdict, table.answerEitherWay(pack, tool).answer().verdict());
        assertTrue(table.answerEitherWay(tool, pack).anchorIsHost());
        assertFalse(table.answerEitherWay(pack, tool).anchorIsHost());
    }

    @Test
    void answer_unknown_namesWhatIsMissing_andDecidesFirst() {
        FitTable table = table();
        FitAnswer answer = table.answer(
                table.groupOf(product("t", "drill", "A", "s", "")), table.groupOf(product("p", "pack", "", "s", "")));
        assertEquals(Set.of("part.platform"), answer.missing());
        assertEquals(PLATFORM, answer.grounds().getFirst().authority());
    }

    @Test
    void limit_carriesGotNeededAndSentence() {
        FitTable table = table();
        FitAnswer answer = table.answer(
                table.groupOf(product("t", "drill", "A", "s", "")), table.groupOf(product("p", "pack", "A", "m", "")));
        assertEquals(
                List.of(new Limit("size", "big", "small", new LocalizedText(Map.of("en", "big for small")), "sleeve")),
                answer.limits());
    }

    @ParameterizedTest
    @CsvSource({
        "A, s, FITS_WITH_LIMITS, certainty",
        "A, m, FITS_WITH_LIMITS, certainty size",
        "B, s, DOES_NOT_FIT, ''",
        "'', s, UNKNOWN, ''"
    })
    void hearsay_neverFitsWithoutALimit(String platform, String size, Verdict verdict, String limits) {
        FitRule reported = rule("reported", "tool", same("platform"), SIZE.limits(), Certainty.HEARSAY);
        FitTable table = new FitTable("v", new RuleVerdicts(new RuleSet(SCHEMA, List.of(reported), "hash")), List.of());
        FitAnswer answer = table.answer(
                table.groupOf(product("t", "drill", "A", "s", "")),
                table.groupOf(product("p", "pack", platform, size, "")));
        assertEquals(verdict, answer.verdict());
        assertEquals(limits, answer.limits().stream().map(Limit::attribute).collect(Collectors.joining(" ")));
    }

    @Test
    void products_thatRulesCannotTellApart_shareAGroup() {
        FitTable table = table();
        FitGroup one = table.groupOf(product("1", "pack", "A", "s", "EU"));
        assertEquals(one, table.groupOf(product("2", "pack", "A", "s", "US")));
        assertNotEquals(one, table.groupOf(product("3", "pack", "A", "m", "EU")));
        assertNull(table.groupOf(product("4", "umbrella", "A", "s", "")));
        assertEquals(
                one.id(), table().groupOf(product("5", "pack", "A", "s", "")).id());
        assertNotEquals(0, one.id());
    }

    @Test
    void exclusion_beatsListBeatsRules() {
        MakerStatement list = statement("list", Verdict.FITS, new Selector.ByProduct("t"), new Selector.ByType("pack"));
        MakerStatement exclusion = statement(
                "no-us",
                Verdict.DOES_NOT_FIT,
                new Selector.ByType("tool"),
                new Selector.ByAttributes("pack", "region", "US"));
        FitTable table = table(list, exclusion);
        FitGroup tool = table.groupOf(product("t", "drill", "A", "s", ""));
        FitGroup other = table.groupOf(product("other", "drill", "A", "s", ""));
        FitGroup misfit = table.groupOf(product("p1", "pack", "B", "m", "EU"));
        FitGroup excluded = table.groupOf(product("p2", "pack", "A", "s", "US"));
        assertEquals(Verdict.FITS, table.answer(tool, misfit).verdict());
        assertEquals(Verdict.DOES_NOT_FIT, table.answer(other, misfit).verdict());
        assertEquals(Verdict.DOES_NOT_FIT, table.answer(tool, excluded).verdict());
        assertEquals(
                exclusion, table.answer(tool, excluded).grounds().getFirst().authority());
        assertTrue(table.answerEitherWay(excluded, tool).answer().excluded());
    }

    @Test
    void exclusion_byMissingAttribute_isUnknownRatherThanAFit() {
        MakerStatement exclusion = statement(
                "no-us",
                Verdict.DOES_NOT_FIT,
                new Selector.ByType("tool"),
                new Selector.ByAttributes("pack", "region", "US"));
        FitTable table = table(exclusion);
        FitGroup tool = table.groupOf(product("t", "drill", "A", "s", ""));
        FitAnswer answer = table.answer(tool, table.groupOf(product("p", "pack", "A", "s", "")));
        assertEquals(Verdict.UNKNOWN, answer.verdict());
        assertEquals(Set.of("part.region"), answer.missing());
        assertEquals(
                Verdict.DOES_NOT_FIT,
                table.answer(tool, table.groupOf(product("q", "pack", "B", "s", "")))
                        .verdict());
        assertEquals(
                Verdict.FITS,
                table.answer(tool, table.groupOf(product("r", "pack", "A", "s", "EU")))
                        .verdict());
    }

    @Test
    void listOfAFamilyForOneRegion_meansNeitherOtherRegions_norProductsWithout() {
        MakerStatement list = statement(
                "eu-only",
                Verdict.FITS,
                new Selector.ByProduct("t"),
                new Selector.ByAttributes("pack", Map.of("platform", "B", "region", "EU")));
        FitTable table = table(list);
        FitGroup tool = table.groupOf(product("t", "drill", "A", "s", ""));
        assertEquals(
                Verdict.FITS,
                table.answer(tool, table.groupOf(product("p", "pack", "B", "m", "EU")))
                        .verdict());
        assertEquals(
                Verdict.DOES_NOT_FIT,
                table.answer(tool, table.groupOf(product("q", "pack", "B", "m", "US")))
                        .verdict());
        assertEquals(
                Verdict.DOES_NOT_FIT,
                table.answer(tool, table.groupOf(product("r", "pack", "B", "m", "")))
                        .verdict());
    }

    @Test
    void list_gatesItsTypes_exclusionDoesNot() {
        MakerStatement list =
                statement("list", Verdict.FITS, new Selector.ByProduct("u"), new Selector.ByProduct("stand"));
        MakerStatement exclusion =
                statement("not", Verdict.DOES_NOT_FIT, new Selector.ByProduct("u"), new Selector.ByProduct("bag"));
        FitTable table = table(list, exclusion);
        FitGroup umbrella = table.groupOf(product("u", "umbrella", "", "", ""));
        FitGroup stand = table.groupOf(product("stand", "stand", "", "", ""));
        FitGroup bag = table.groupOf(product("bag", "bag", "", "", ""));
        assertEquals(Verdict.FITS, table.answer(umbrella, stand).verdict());
        assertTrue(table.answer(umbrella, bag).excluded());
        assertTrue(table.gates("umbrella", "stand"));
        assertFalse(table.gates("umbrella", "bag"));
        assertFalse(table.gates("stand", "umbrella"));
    }

    /** What was worked out when groups were added one by one is what the rules say. */
    /** A bridge satisfies a rule, not a maker: what may be an exclusion keeps the pair unknown, other limits remain. */
    @Test
    void bridge_leavesWhatOthersSay() {
        FitRule lifted = liftable("platform", same("platform"), Certainty.HEARSAY, "sleeve");
        RuleSet rules = new RuleSet(SCHEMA, List.of(lifted, SIZE), "hash");
        MakerStatement exclusion = statement(
                "no-us",
                Verdict.DOES_NOT_FIT,
                new Selector.ByType("tool"),
                new Selector.ByAttributes("pack", "region", "US"));
        FitTable table = new FitTable("v", new RuleVerdicts(rules), List.of(exclusion));
        FitGroup tool = table.groupOf(product("t", "drill", "A", "s", ""));
        FitGroup european = table.groupOf(product("e", "pack", "B", "m", "EU"));
        FitGroup american = table.groupOf(product("a", "pack", "B", "m", "US"));
        FitGroup unstated = table.groupOf(product("u", "pack", "B", "m", ""));
        assertEquals("sleeve", table.answer(tool, european).liftedBy());
        FitAnswer bridged = table.answerWithBridge(tool, european, "sleeve");
        assertEquals(Verdict.FITS_WITH_LIMITS, bridged.verdict());
        assertEquals(
                List.of("size", "certainty"),
                bridged.limits().stream().map(Limit::attribute).toList());
        assertEquals(
                Verdict.DOES_NOT_FIT,
                table.answerWithBridge(tool, american, "sleeve").verdict());
        assertEquals(
                Verdict.UNKNOWN,
                table.answerWithBridge(tool, unstated, "sleeve").verdict());
    }

    @Property(tries = 200)
    void memoised_equalsDirect(@ForAll("products") List<Product> products) {
        FitTable table = table();
        List<FitGroup> groups = products.stream().map(table::groupOf).toList();
        for (FitGroup host : groups) {
            for (FitGroup part : groups) {
                FitAnswer direct = FitAnswer.ofRules(RULES.about(host.type(), part.type()), host.tuple(), part.tuple());
                assertEquals(direct, table.answer(host, part));
            }
        }
    }

    @Provide
    Arbitrary<List<Product>> products() {
        Arbitrary<String> value = Arbitraries.of("A", "B", "C", "");
        return Combinators.combine(Arbitraries.of("tool", "drill", "pack"), value, value, value)
                .as((type, platform, size, region) -> product(type + platform + size, type, platform, size, region))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static FitTable table(MakerStatement... statements) {
        return new FitTable("v", new RuleVerdicts(RULES), List.of(statements));
    }
}
