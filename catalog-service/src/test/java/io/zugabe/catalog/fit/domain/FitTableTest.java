package io.zugabe.catalog.fit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
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

    private static final Schema SCHEMA = new Schema(List.of(
            type("tool", "", "platform", "size"),
            type("drill", "tool"),
            type("pack", "", "platform", "size", "region")));

    private static final FitRule PLATFORM = rule("platform", "tool", same("platform"), List.of());
    private static final FitRule SIZE = rule(
            "size",
            "drill",
            constant(true),
            List.of(new LimitRule(
                    not(same("size")),
                    "size",
                    constant("big"),
                    constant("small"),
                    "",
                    sentence("{got} for {needed}"),
                    "sleeve")));

    private static final RuleSet RULES = new RuleSet(SCHEMA, List.of(PLATFORM, SIZE), "hash");

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
                new Selector.ByAttribute("pack", "region", "US"));
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
                new Selector.ByAttribute("pack", "region", "US"));
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

    private static MakerStatement statement(String id, Verdict verdict, Selector host, Selector part) {
        return new MakerStatement(
                id, List.of(host), List.of(part), verdict, List.of(), "The maker's page", LocalizedText.EMPTY);
    }

    private static Product product(String id, String type, String platform, String size, String region) {
        Map<String, AttributeValue> attributes = new java.util.HashMap<>();
        Map.of("platform", platform, "size", size, "region", region).forEach((key, value) -> {
            if (!value.isEmpty()) {
                attributes.put(key, new AttributeValue.Text(value));
            }
        });
        return new Product(
                id,
                "",
                type,
                "",
                "",
                new LocalizedText(Map.of("en", id)),
                LocalizedText.EMPTY,
                attributes,
                new Money("EUR", 1, 0),
                null,
                null,
                null,
                List.of(),
                "",
                List.of(),
                null);
    }

    private static FitRule rule(String name, String host, CompiledExpression fits, List<LimitRule> limits) {
        return rule(name, host, fits, limits, Certainty.KNOWN);
    }

    private static FitRule rule(
            String name, String host, CompiledExpression fits, List<LimitRule> limits, Certainty certainty) {
        Sentences sentences = new Sentences(sentence("yes"), sentence("no"), sentence("?"));
        return new FitRule(
                "test/" + name, "1", host, "pack", constant(true), fits, limits, sentences, "test", certainty);
    }

    private static SentenceTemplate sentence(String text) {
        return new SentenceTemplate(new LocalizedText(Map.of("en", text)));
    }

    private static TypeDeclaration type(String name, String parent, String... attributes) {
        return new TypeDeclaration(
                name,
                parent,
                LocalizedText.EMPTY,
                java.util.Arrays.stream(attributes)
                        .map(key -> new AttributeDeclaration(
                                key, AttributeKind.TEXT, "", List.of(), Map.of(), LocalizedText.EMPTY, false))
                        .toList(),
                null,
                "test");
    }

    private static CompiledExpression constant(Object value) {
        return new Expression(Set.of(), (_, _) -> new Evaluation.Known(value));
    }

    private static CompiledExpression same(String attribute) {
        return new Expression(Set.of(attribute), (host, part) -> {
            Set<String> missing = new java.util.TreeSet<>();
            if (!host.containsKey(attribute)) {
                missing.add("host." + attribute);
            }
            if (!part.containsKey(attribute)) {
                missing.add("part." + attribute);
            }
            return missing.isEmpty()
                    ? new Evaluation.Known(host.get(attribute).equals(part.get(attribute)))
                    : new Evaluation.Missing(missing);
        });
    }

    private static CompiledExpression not(CompiledExpression expression) {
        return new Expression(
                expression.hostReads(),
                (host, part) -> expression.evaluate(host, part) instanceof Evaluation.Known(Object value)
                        ? new Evaluation.Known(!(boolean) value)
                        : expression.evaluate(host, part));
    }

    /** An expression in Java instead of CEL; reads the same attributes of both. */
    private record Expression(
            Set<String> reads,
            java.util.function.BiFunction<Map<String, Object>, Map<String, Object>, Evaluation> evaluation)
            implements CompiledExpression {

        @Override
        public String source() {
            return "test";
        }

        @Override
        public Set<String> hostReads() {
            return reads;
        }

        @Override
        public Set<String> partReads() {
            return reads;
        }

        @Override
        public Evaluation evaluate(Map<String, Object> host, Map<String, Object> part) {
            return evaluation.apply(host, part);
        }
    }
}
