package io.zugabe.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.assignment.Assignment.Assigned;
import io.zugabe.assignment.Assignment.NotAssigned;
import io.zugabe.assignment.Assignment.Reason;
import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

@Proves("E2")
class AssignerTest {

    private static final int MANY = 20_000;
    private static final Units ANNA = new Units("anna", "");

    @Property
    void salt_anything_isGrowthBooksHash(@ForAll String seed, @ForAll String value) {
        assertEquals(GrowthBookHash.v2(seed, value), Salt.of(seed).point(value));
    }

    @Property
    void coverage_raised_movesNobody(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String experiment,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 40) String unit,
            @ForAll @DoubleRange(min = 0.01, max = 1) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1) double high) {
        Assume.that(low <= high);
        Units units = new Units(unit, "");
        Assignment before =
                assigner(experiment, "slot", LayerRange.ALL, low, 0.5).assign(units);
        Assignment after =
                assigner(experiment, "slot", LayerRange.ALL, high, 0.5).assign(units);
        if (before instanceof Assigned) {
            assertEquals(before, after);
        }
    }

    @Property
    void layer_rangesApart_areExclusive(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 40) String unit,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double cut) {
        Units units = new Units(unit, "");
        Assignment left =
                assigner("left", "slot", new LayerRange(0, cut), 1, 0.5).assign(units);
        Assignment right =
                assigner("right", "slot", new LayerRange(cut, 1), 1, 0.5).assign(units);
        assertTrue(left instanceof Assigned ^ right instanceof Assigned);
    }

    @Property(tries = 20)
    void arms_manyUnits_areNearTheirWeights(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String experiment,
            @ForAll @IntRange(min = 5, max = 95) int percent) {
        double weight = percent / 100.0;
        Assigner assigner = assigner(experiment, "slot", LayerRange.ALL, 1, weight);
        double share = people().filter(i -> arm(assigner, i) == 0).count() / (double) MANY;
        assertEquals(weight, share, fiveSigma(weight, MANY));
    }

    @Property(tries = 20)
    void coverage_manyUnits_isNearItsShare(@ForAll @AlphaChars @StringLength(min = 1, max = 20) String experiment) {
        Assigner assigner = assigner(experiment, "slot", LayerRange.ALL, 0.3, 0.5);
        double share = people().filter(i -> arm(assigner, i) >= 0).count() / (double) MANY;
        assertEquals(0.3, share, fiveSigma(0.3, MANY));
    }

    @Property(tries = 20)
    void layers_different_areIndependent(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String one,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String other) {
        Assume.that(!one.equals(other));
        Assigner first = assigner(one, "slot", LayerRange.ALL, 1, 0.5);
        Assigner second = assigner(other, "ranking", LayerRange.ALL, 1, 0.5);
        double both =
                people().filter(i -> arm(first, i) == 0 && arm(second, i) == 0).count() / (double) MANY;
        assertEquals(0.25, both, fiveSigma(0.25, MANY));
    }

    /** Were layer, traffic and arm drawn under one salt, a half-covered experiment would be all control. */
    @Test
    void salts_layerTrafficAndArm_areIndependent() {
        Assigner assigner = assigner("halves", "slot", new LayerRange(0, 0.5), 0.5, 0.5);
        long in = people().filter(i -> arm(assigner, i) >= 0).count();
        long control = people().filter(i -> arm(assigner, i) == 0).count();
        assertEquals(0.25, in / (double) MANY, fiveSigma(0.25, MANY));
        assertEquals(0.5, control / (double) in, fiveSigma(0.5, in));
    }

    @Test
    void saltVersion_raised_reshuffles() {
        ExperimentDesign old = design("e", "slot", LayerRange.ALL, 1, 0.5, 1);
        Assigner before = new Assigner(old);
        Assigner after = new Assigner(design("e", "slot", LayerRange.ALL, 1, 0.5, 2));
        double same = people().filter(i -> arm(before, i) == arm(after, i)).count() / (double) MANY;
        assertEquals(0.5, same, fiveSigma(0.5, MANY));
    }

    @Test
    void weights_thirdsRoundedDown_leaveNobodyOut() {
        List<Arm> thirds = IntStream.range(0, 3)
                .mapToObj(i -> new Arm("arm-" + i, 0.333333, Map.of()))
                .toList();
        Assigner assigner =
                new Assigner(new ExperimentDesign("e", UnitKind.CUSTOMER, "slot", LayerRange.ALL, 1, thirds, 1));
        assertTrue(people().allMatch(i -> arm(assigner, i) >= 0));
    }

    @Test
    void unit_ofTheOtherKind_doesNotTakePart() {
        Assigner assigner = assigner("e", "slot", LayerRange.ALL, 1, 0.5);
        assertInstanceOf(Assigned.class, assigner.assign(ANNA));
        assertEquals(new NotAssigned(Reason.NO_UNIT), assigner.assign(new Units("", "v-1")));
    }

    @Test
    void unit_notPrintableAscii_isRefused() {
        for (String unit : List.of("客戶-42", "a b", "a\n", "é", "x".repeat(101))) {
            assertFalse(Units.isValid(unit), unit);
            assertThrows(IllegalArgumentException.class, () -> new Units(unit, ""), unit);
        }
        assertTrue(Units.isValid("c-00017!~"));
    }

    @Test
    void design_broken_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Arm("a", Double.NaN, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new LayerRange(0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new LayerRange(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> design("e", "slot", LayerRange.ALL, Double.NaN, 0.5, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExperimentDesign(
                        "e",
                        UnitKind.CUSTOMER,
                        "slot",
                        LayerRange.ALL,
                        1,
                        List.of(new Arm("a", 0.3, Map.of()), new Arm("b", 0.3, Map.of())),
                        1));
    }

    private static IntStream people() {
        return IntStream.range(0, MANY);
    }

    private static int arm(Assigner assigner, int person) {
        return assigner.assign(new Units("c-" + person, "")) instanceof Assigned assigned ? assigned.armIndex() : -1;
    }

    private static double fiveSigma(double share, long units) {
        return 5 * Math.sqrt(share * (1 - share) / units);
    }

    private static Assigner assigner(String id, String layer, LayerRange range, double coverage, double control) {
        return new Assigner(design(id, layer, range, coverage, control, 1));
    }

    private static ExperimentDesign design(
            String id, String layer, LayerRange range, double coverage, double control, int saltVersion) {
        List<Arm> arms = List.of(new Arm("control", control, Map.of()), new Arm("new", 1 - control, Map.of()));
        return new ExperimentDesign(id, UnitKind.CUSTOMER, layer, range, coverage, arms, saltVersion);
    }
}
