package io.zugabe.catalog.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.domain.CompiledExpression;
import io.zugabe.catalog.fit.domain.Evaluation;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import io.zugabe.catalog.schema.domain.AttributeKind;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.test.Proves;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kleene's logic in CEL: {@code host.known} is true, {@code host.plugs} is [A, B], what begins with "no" is missing. */
@Proves("O1")
class CelExpressionTest {

    private static final Schema SCHEMA = new Schema(List.of(type("device"), type("cable"), darkCable()));
    private static final Map<String, Object> HOST =
            Map.of("known", true, "plugs", List.of("A", "B"), "power", 60.0, "volts", Map.of("min", 3.0, "max", 5.0));
    private static final Map<String, Object> PART = Map.of("plug", "A");

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "true || host.no_truth                                  ~ true",
                "host.no_truth || true                                  ~ true",
                "host.no_truth || host.known                            ~ true",
                "false && host.no_truth                                 ~ false",
                "host.no_truth && !host.known                           ~ false",
                "true ? host.known : host.no_truth                      ~ true",
                "host.plugs.exists(p, p == part.plug)                   ~ true",
                "host.plugs.exists(p, p == 'A' || host.no_truth)        ~ true",
                "host.plugs.all(p, p == 'Z' && host.no_truth)           ~ false",
                "part.plug in host.plugs                                ~ true",
                "host.volts.min <= 3.3 && 3.3 <= host.volts.max         ~ true",
                "host.no_power / 0.0 > 1.0 || true                      ~ true",
                "1.0 / 0.0 > host.no_power || host.power == 60.0        ~ true",
                "host.no_list.all(p, host.no_truth) && host.power < 1.0 ~ false"
            })
    void expression_decidedWithoutWhatIsMissing_isKnown(String expression, boolean expected) {
        assertEquals(new Evaluation.Known(expected), evaluate(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "!host.no_truth                                          ~ host.no_truth",
                "host.no_truth                                           ~ host.no_truth",
                "host.no_truth || !host.known                            ~ host.no_truth",
                "host.known && host.no_truth                             ~ host.no_truth",
                "host.no_truth || part.no_truth                          ~ host.no_truth part.no_truth",
                "part.no_text in host.plugs                              ~ part.no_text",
                "part.plug in host.no_list                               ~ host.no_list",
                "'A' in host.no_list                                     ~ host.no_list",
                "host.no_truth in [true, false]                          ~ host.no_truth",
                "host.no_truth ? true : true                             ~ host.no_truth",
                "host.known ? host.no_truth : true                       ~ host.no_truth",
                "host.no_list.exists(p, true)                            ~ host.no_list",
                "host.no_list.all(p, true)                               ~ host.no_list",
                "host.no_list.exists_one(p, p == 'A')                    ~ host.no_list",
                "host.no_list.filter(p, p == 'A').size() > 0             ~ host.no_list",
                "host.plugs.exists(p, p == 'Z' || host.no_truth)         ~ host.no_truth",
                "host.plugs.all(p, p == 'A' || host.no_truth)            ~ host.no_truth",
                "host.plugs.exists_one(p, p == part.no_text)             ~ part.no_text",
                "host.no_list.size() == 0                                ~ host.no_list",
                "host.no_power > 3.0                                     ~ host.no_power",
                "host.no_power == host.no_power                          ~ host.no_power",
                "host.no_power + host.power > 1.0                        ~ host.no_power",
                "host.no_range.min < 3.0                                 ~ host.no_range",
                "part.no_text.startsWith('LP')                           ~ part.no_text",
                "part.no_text == ''                                      ~ part.no_text",
                "host.no_list[0] == 'A'                                  ~ host.no_list"
            })
    void expression_thatDependsOnWhatIsMissing_isUnknown(String expression, String missing) {
        assertEquals(new Evaluation.Missing(Set.of(missing.split(" "))), evaluate(expression));
    }

    @Test
    void failure_isNoAnswer() {
        assertInstanceOf(Evaluation.Failed.class, evaluate("host.plugs[7] == 'A'"));
    }

    @Test
    void reads_areTheAttributesOfBothRoles() {
        var expression = compiler().condition("part.plug in host.plugs || host.power > 3.0");
        assertEquals(Set.of("plugs", "power"), expression.hostReads());
        assertEquals(Set.of("plug"), expression.partReads());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "host.plgs == []               ~ undefined field 'plgs'",
                "has(host.no_truth)            ~ has() is refused",
                "host.plugs                    ~ must be true or false",
                "host == host                  ~ host can only be asked for an attribute",
                "[host].size() == 1            ~ host can only be asked for an attribute",
                "host.power > 60               ~ no matching overload",
                "nobody.power > 60.0           ~ undeclared reference",
                "host.known &&                 ~ mismatched input"
            })
    void expression_thatMayNotBe_isRefusedWithItsPlace(String expression, String message) {
        String refused = assertThrows(RuleFault.class, () -> compiler().condition(expression))
                .getMessage();
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("^") && refused.matches("(?s): \\d+:\\d+: .*"), refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "part.colour == 'rde'                                   ~ 1:16: \"rde\" is no value of part.colour; there are red, blue, green, night blue",
                "'rde' != part.colour                                   ~ 1:1: \"rde\" is no value",
                "part.colour in ['red', 'rde']                          ~ 1:24: \"rde\" is no value",
                "'rde' in host.colours                                  ~ 1:1: \"rde\" is no value of host.colours",
                "host.colours == ['red', 'rde']                         ~ 1:25: \"rde\" is no value",
                "host.colours.exists(c, c == 'rde')                     ~ 1:29: \"rde\" is no value of host.colours",
                "host.colours[0] == 'rde'                               ~ \"rde\" is no value",
                "['red', 'rde'].exists(c, c == part.colour)             ~ 1:9: \"rde\" is no value",
                "(host.known ? part.colour : 'any') == 'rde'            ~ \"rde\" is no value",
                "{'rde': 1.0}[part.colour] > 0.0                        ~ \"rde\" is no value",
                "host.power < 1.0 && string(part.colour) == 'rde'       ~ \"rde\" is no value",
                "part.colour == 'crimson'                               ~ \"crimson\" is another spelling of a value of part.colour; products are stored with \"red\"",
                "part.colour == 'Red'                                   ~ products are stored with \"red\"",
                "dyn(part.colour) == 'rde'                              ~ 1:4: dyn() is refused",
                "dyn(host.power) == 'a'                                 ~ 1:4: dyn() is refused",
                "host.power in [1.0, 'a']                               ~ mixes values of several types",
                "[part.colour, 1][0] == 1                               ~ mixes values of several types",
                "{'a': 1.0, 'b': 'c'}[part.plug] == part.colour         ~ mixes values of several types",
                "google.protobuf.Value{string_value: part.plug} == 1.0  ~ undeclared reference"
            })
    void comparison_withWhatCanNeverBe_isRefusedWithItsPlace(String expression, String message) {
        String refused = assertThrows(RuleFault.class, () -> compiler().condition(expression))
                .getMessage();
        assertTrue(refused.contains(message), refused);
        assertTrue(refused.contains("^"), refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "part.colour == 'red' || 'blue' in host.colours || part.plug == 'rde'",
                "part.colour == 'night blue'",
                "(host.known ? part.colour : 'any') == 'any'",
                "(host.known ? part.colour : part.plug) == 'rde'",
                "host.colours == [] || host.plugs.filter(p, p == 'rde').size() == 0",
                "{'red': 1.0, 'blue': 2.0}[part.colour] > 1.0",
                "host.plugs.map(p, p + 'e').exists(c, c == 'rde')",
                "part.colour in host.plugs && part.colour in host.colours"
            })
    void comparison_withWhatCanBe_compiles(String expression) {
        assertEquals(expression, compiler().condition(expression).source());
    }

    @Test
    void expression_tooLong_isRefused() {
        String expression = "host.known" + " || host.known".repeat(400);
        assertThrows(RuleFault.class, () -> compiler().condition(expression));
    }

    @Test
    void comprehension_tooLong_fails() {
        String forty = "[" + "0, ".repeat(39) + "0]";
        assertInstanceOf(Evaluation.Failed.class, evaluate("%s.all(a, %s.all(b, host.known))".formatted(forty, forty)));
    }

    /** What hides behind a condition is as dear as if it stood alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "%s",
                "host.power > 5.0 && %s",
                "host.power > 5.0 || %s",
                "host.power > 5.0 ? true : %s",
                "host.plugs.exists(p, p == 'Z' && %s)",
                "[1, 2, 3].all(a, a > 5 || %s)",
                "host.plugs[7] == 'A' && %s"
            })
    void dearPart_isRefused_whateverStandsBeforeIt(String expression) {
        String list = "[" + "0, ".repeat(29) + "0]";
        String dear = "%s.all(c, '%s'.matches('(a?){20}a{20}'))".formatted(list, "a".repeat(500));
        String refused = assertThrows(RuleFault.class, () -> compiler().condition(expression.formatted(dear)))
                .getMessage();
        assertTrue(refused.contains("steps for ordinary products"), refused);
        assertTrue(refused.contains("^"), refused);
    }

    @Test
    void dearExpressions_ofARule_areAddedUp() {
        String list = "[" + "0, ".repeat(29) + "0]";
        String dear = "%s.all(c, '%s'.matches('a?b'))".formatted(list, "a".repeat(200));
        CelCompiler compiler = compiler();
        assertThrows(RuleFault.class, () -> {
            for (int i = 0; i < 5; i++) {
                compiler.condition(dear);
            }
        });
    }

    @Test
    void productsWithLongTextsAndLists_makeADearExpressionFail_andItSaysSo() {
        CompiledExpression expression = compiler()
                .condition("host.power < 1.0 && host.plugs.exists(p, p.matches('(a+b?)+c')) || part.plug == 'A'");
        assertEquals(new Evaluation.Known(true), expression.evaluate(HOST, PART));
        assertEquals("", expression.tooDear());

        Map<String, Object> poor = new HashMap<>(HOST);
        poor.put("plugs", Collections.nCopies(1_000, "a".repeat(1_000)));
        assertInstanceOf(Evaluation.Failed.class, expression.evaluate(poor, PART));
        assertTrue(expression.tooDear().contains("steps"), expression.tooDear());

        poor.put("plugs", Collections.nCopies(1_000, "a plug"));
        assertEquals(new Evaluation.Known(true), expression.evaluate(poor, PART));
    }

    @Test
    void comprehension_tooDeep_isRefused() {
        String deep = "host.plugs.all(a, host.plugs.all(b, host.plugs.all(c, true)))";
        String refused =
                assertThrows(RuleFault.class, () -> compiler().condition(deep)).getMessage();
        assertTrue(refused.contains("macros may stand inside of each other 2 deep"), refused);
    }

    private static Evaluation evaluate(String expression) {
        return compiler().condition(expression).evaluate(HOST, PART);
    }

    private static CelCompiler compiler() {
        return new CelCompiler(SCHEMA, "device", "cable");
    }

    private static TypeDeclaration type(String name) {
        return new TypeDeclaration(
                name,
                "",
                LocalizedText.EMPTY,
                List.of(
                        attribute("known", AttributeKind.TRUTH),
                        attribute("no_truth", AttributeKind.TRUTH),
                        attribute("plugs", AttributeKind.LIST),
                        attribute("no_list", AttributeKind.LIST),
                        attribute("plug", AttributeKind.TEXT),
                        attribute("no_text", AttributeKind.TEXT),
                        attribute("power", AttributeKind.NUMBER),
                        attribute("no_power", AttributeKind.NUMBER),
                        attribute("volts", AttributeKind.RANGE),
                        attribute("no_range", AttributeKind.RANGE),
                        colours("colour", AttributeKind.TEXT, "red", "green", "blue"),
                        colours("colours", AttributeKind.LIST, "red", "green", "blue")),
                null,
                "test");
    }

    /** A cable that has more colours than the cables above it: rules about cables may name them. */
    private static TypeDeclaration darkCable() {
        return new TypeDeclaration(
                "dark_cable",
                "cable",
                LocalizedText.EMPTY,
                List.of(colours("colour", AttributeKind.TEXT, "red", "night blue")),
                null,
                "test");
    }

    private static AttributeDeclaration colours(String key, AttributeKind kind, String... values) {
        return new AttributeDeclaration(
                key, kind, "", List.of(values), Map.of("crimson", "red"), LocalizedText.EMPTY, false);
    }

    private static AttributeDeclaration attribute(String key, AttributeKind kind) {
        return new AttributeDeclaration(key, kind, "", List.of(), Map.of(), LocalizedText.EMPTY, false);
    }
}
