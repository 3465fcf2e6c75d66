package io.zugabe.segmentation.segment.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.Feature.Type;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.ConditionFault;
import io.zugabe.segmentation.segment.domain.Evidence;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.segment.domain.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves("C2")
class CelConditionsTest {

    private static final CelConditions CONDITIONS = new CelConditions(List.of(
            feature("orders_12m", Type.NUMBER),
            feature("orders_90d", Type.NUMBER),
            feature("margin_12m", Type.NUMBER),
            feature("newsletter", Type.TRUTH),
            feature("lifecycle", Type.TEXT),
            feature("categories", Type.TEXTS),
            feature("stage", Type.TEXT).of("LAPSING", "LOST"),
            feature("types", Type.TEXTS).of("DEMANDER", "REVERSER")));

    private static final FeatureVector ANNA = new FeatureVector(Map.of(
            "orders_12m", new FeatureValue.Number(7),
            "margin_12m", new FeatureValue.Number(-12.345),
            "lifecycle", new FeatureValue.Text("LAPSING"),
            "categories", new FeatureValue.Texts(List.of("Lamps", "Tents"))));

    private static Feature feature(String name, Type type) {
        return new Feature(name, type, "", "", "", "", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            orders_12m >= 5                                             ; Holds
            5 <= orders_12m                                             ; Holds
            orders_12m == 7                                             ; Holds
            orders_12m in [6, 7]                                        ; Holds
            orders_12m * 2 - 1 > 12 && margin_12m < 0                   ; Holds
            (orders_12m > 5 ? 1 : 0) + orders_12m == 8                  ; Holds
            orders_12m > -1                                             ; Holds
            size(categories) == 2 && "Tents" in categories              ; Holds
            categories.exists(c, c.startsWith("Te"))                    ; Holds
            lifecycle == "LAPSING" && orders_12m >= 5.0                 ; Holds
            orders_12m < 5                                              ; HoldsNot
            orders_90d >= 1                                             ; Unknown
            newsletter                                                  ; Unknown
            !newsletter                                                 ; Unknown
            orders_12m >= 5 || newsletter                               ; Holds
            newsletter && orders_12m < 5                                ; HoldsNot
            orders_12m / (orders_12m - orders_12m) > 1                  ; Holds
            """)
    void condition_overWhatIsKnown_followsKleene(String source, String outcome) {
        assertEquals(
                outcome, CONDITIONS.compile(source).evaluate(ANNA).getClass().getSimpleName());
    }

    @Test
    void condition_unknown_namesWhatIsMissing() {
        Outcome outcome = CONDITIONS.compile("orders_90d > 1 && newsletter").evaluate(ANNA);
        assertEquals(
                Set.of("orders_90d", "newsletter"),
                assertInstanceOf(Outcome.Unknown.class, outcome).missing());
    }

    @Test
    void condition_thatFails_isAnOutcome() {
        Outcome outcome = CONDITIONS.compile("int(lifecycle) > 1").evaluate(ANNA);
        assertInstanceOf(Outcome.Failed.class, outcome);
    }

    @Test
    void misspelled_feature_isRefusedWithItsPlaceAndTheNearest() {
        ConditionFault fault = assertThrows(
                ConditionFault.class, () -> CONDITIONS.compile("lifecycle == \"NEW\"\n  && orders12m >= 5"));
        assertEquals("""
                2:6: there is no feature 'orders12m'; near to it: orders_12m
                 |   && orders12m >= 5
                 | .....^""", fault.fault());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            stage == "LAPSE"                          | 1:10: 'LAPSE' is no value of stage; must be one of LAPSING, LOST
            orders_12m > 1 && "LOSE" != stage         | 1:19: 'LOSE' is no value of stage; must be one of LAPSING, LOST
            stage in ["LOST", "NEW"]                  | 1:19: 'NEW' is no value of stage; must be one of LAPSING, LOST
            "DEMAND" in types                         | 1:1: 'DEMAND' is no value of types; must be one of DEMANDER, REVERSER
            """)
    void text_thatAFeatureCanNeverBe_isRefusedWithItsPlaceAndWhatThereIs(String source, String told) {
        String fault = CONDITIONS.compile(source).impossible().orElseThrow();
        assertTrue(fault.startsWith(told + "\n"), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage == \"LOST\"", "\"REVERSER\" in types", "lifecycle == \"anything\""})
    void text_thatAFeatureCanBe_isAccepted(String source) {
        assertEquals(Optional.empty(), CONDITIONS.compile(source).impossible());
    }

    @Test
    void wrong_type_isRefusedWithItsPlace() {
        String fault = assertThrows(ConditionFault.class, () -> CONDITIONS.compile("lifecycle >= 5"))
                .fault();
        assertTrue(fault.startsWith("1:11: found no matching overload for '_>=_'"), fault);
        assertTrue(fault.endsWith(" | lifecycle >= 5\n | ..........^"), fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders_12m",
                "\"text\"",
                "",
                "orders_12m >= ",
                "categories.all(a, categories.all(b, categories.all(c, a == b)))",
                "has(orders_12m.x)",
                "unknown_function(orders_12m)"
            })
    void noCondition_isRefusedWithAPlace(String source) {
        String fault = assertThrows(ConditionFault.class, () -> CONDITIONS.compile(source))
                .fault();
        assertTrue(fault.matches("(?s)\\d+:\\d+: .*"), fault);
    }

    @Test
    void tooLong_isRefused() {
        String source = "orders_12m > 1 || ".repeat(300) + "newsletter";
        assertThrows(ConditionFault.class, () -> CONDITIONS.compile(source));
    }

    @Test
    void evidence_withoutSentence_listsFeaturesWithBoundsThatHold() {
        Condition condition =
                CONDITIONS.compile("(orders_12m >= 5 || margin_12m > 100) && lifecycle == \"LAPSING\" && !newsletter");
        assertEquals(
                LocalizedText.of("lifecycle LAPSING, margin_12m -12.35, orders_12m 7 ≥ 5"),
                new Evidence(condition, LocalizedText.EMPTY).why(ANNA));
    }

    @Test
    void evidence_whereNothingIsKnown_saysSo() {
        assertEquals(
                LocalizedText.of("newsletter is not known, orders_90d is not known"),
                new Evidence(CONDITIONS.compile("!newsletter && orders_90d < 1"), LocalizedText.EMPTY).why(ANNA));
    }

    @Test
    void evidence_withSentence_fillsItOrListsValues() {
        Condition condition = CONDITIONS.compile("orders_12m >= 5");
        LocalizedText sentences =
                new LocalizedText(Map.of("en", "{orders_12m} orders in a year", "de", "{orders_90d} Bestellungen"));
        assertEquals(
                Map.of("en", "7 orders in a year", "de", "orders_12m 7 ≥ 5"),
                new Evidence(condition, sentences).why(ANNA).texts());
    }
}
