package io.zugabe.experiment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zugabe.assignment.Arm;
import io.zugabe.assignment.Assigner;
import io.zugabe.assignment.Assignment.Assigned;
import io.zugabe.assignment.Assignment.NotAssigned;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.LayerRange;
import io.zugabe.assignment.UnitKind;
import io.zugabe.assignment.Units;
import io.zugabe.kit.test.Proves;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExperimentTest {

    @Test
    @Proves("E1")
    void life_isDraftRunningStopped() {
        Experiment draft = Examples.draft("e", "slot", 0, 1);
        assertNull(draft.startTime());
        Experiment running = draft.after(Transition.START, Examples.NOON.plusSeconds(1));
        assertEquals(State.RUNNING, running.state());
        assertEquals(Examples.NOON.plusSeconds(1), running.startTime());
        Experiment stopped = running.after(Transition.STOP, Examples.NOON.plusSeconds(2));
        assertEquals(State.STOPPED, stopped.state());
        assertEquals(Examples.NOON.plusSeconds(1), stopped.startTime());
        assertEquals(Examples.NOON.plusSeconds(2), stopped.stopTime());
        assertThrows(IllegalStateException.class, () -> stopped.after(Transition.START, Examples.NOON));
    }

    @Test
    @Proves("E1")
    void stopped_isTheEnd() {
        assertEquals(
                Set.of(Transition.ARCHIVE),
                EnumSet.allOf(Transition.class).stream()
                        .filter(transition -> transition.allowedIn(State.STOPPED))
                        .collect(Collectors.toSet()));
        EnumSet.allOf(Transition.class)
                .forEach(transition -> assertEquals(false, transition.allowedIn(State.ARCHIVED), transition.name()));
    }

    @Property
    @Proves({"E1", "E2"})
    void amendment_thatIsAllowedWhileUnitsAreAssigned_movesNoUnit(
            @ForAll @IntRange(min = 1, max = 100) int coverage,
            @ForAll @IntRange(min = 1, max = 100) int changedCoverage,
            @ForAll @IntRange(min = 1, max = 9) int share,
            @ForAll("layers") String layer) {
        Experiment running = Examples.running("e", "slot", 0, 1).with(plan("slot", coverage / 100.0, 0.5));
        Plan changed = plan(layer, changedCoverage / 100.0, share / 10.0);
        if (!Amendment.refused(running, changed).isEmpty()) {
            return;
        }
        Assigner before = new Assigner(running.plan().design());
        Assigner after = new Assigner(changed.design());
        for (int i = 0; i < 300; i++) {
            Units unit = new Units("customer-" + i, "");
            if (before.assign(unit) instanceof Assigned in) {
                assertEquals(in, after.assign(unit));
            }
        }
    }

    @Test
    @Proves("E1")
    void amendment_draftMayChangeAtWill_stoppedNotAtAll() {
        Experiment draft = Examples.draft("e", "slot", 0, 1);
        Plan changed = plan("elsewhere", 0.5, 0.3);
        assertEquals(List.of(), Amendment.refused(draft, changed));
        Experiment stopped = draft.after(Transition.STOP, Examples.NOON);
        assertEquals(List.of("name", "hypothesis", "layer", "coverage", "arms"), Amendment.refused(stopped, changed));
        assertEquals(List.of(), Amendment.refused(stopped, stopped.plan()));
    }

    @Provide
    Arbitrary<String> layers() {
        return Arbitraries.of("slot", "ranking");
    }

    private static Plan plan(String layer, double coverage, double share) {
        return new Plan(
                "n",
                "",
                new ExperimentDesign(
                        "e",
                        UnitKind.CUSTOMER,
                        layer,
                        LayerRange.ALL,
                        coverage,
                        List.of(new Arm("control", 1 - share, Map.of()), new Arm("value", share, Map.of())),
                        1));
    }

    @Property
    @Proves("E2")
    void launch_rangesOfOneLayer_mayTouchAndNotOverlap(
            @ForAll @IntRange(min = 0, max = 9) int start,
            @ForAll @IntRange(min = 1, max = 10) int length,
            @ForAll @IntRange(min = 0, max = 9) int otherStart,
            @ForAll @IntRange(min = 1, max = 10) int otherLength) {
        int end = Math.min(10, start + length);
        int otherEnd = Math.min(10, otherStart + otherLength);
        boolean shared = IntStream.range(start, end).anyMatch(i -> i >= otherStart && i < otherEnd);
        Experiment draft = Examples.draft("a", "slot", start / 10.0, end / 10.0);
        Experiment same = Examples.running("b", "slot", otherStart / 10.0, otherEnd / 10.0);
        Experiment elsewhere = Examples.running("c", "ranking", otherStart / 10.0, otherEnd / 10.0);
        Launch expected = shared ? new Launch.RangeTaken(same) : new Launch.Clear();
        assertEquals(expected, Launch.check(draft, List.of(elsewhere, same)));
        assertEquals(new Launch.Clear(), Launch.check(draft, List.of(elsewhere)));
    }

    @Test
    void launch_beyondTheMost_isRefused() {
        List<Experiment> many = IntStream.range(0, Launch.MOST_RUNNING)
                .mapToObj(i -> Examples.running("e-" + i, "layer-" + i, 0, 1))
                .toList();
        assertInstanceOf(Launch.TooManyRunning.class, Launch.check(Examples.draft("e", "slot", 0, 1), many));
        assertInstanceOf(
                Launch.Clear.class,
                Launch.check(Examples.draft("e", "slot", 0, 1), many.subList(0, Launch.MOST_RUNNING - 1)));
    }

    @Test
    @Proves("E2")
    void runningSet_assigns_onlyWhatWasAskedFor() {
        RunningSet set =
                new RunningSet(7, List.of(Examples.running("b", "slot", 0, 1), Examples.running("a", "ranking", 0, 1)));
        Units anna = new Units("anna", "");
        assertEquals(List.of("a", "b"), List.copyOf(set.assign(anna).keySet()));
        assertInstanceOf(Assigned.class, set.assign(anna).get("a").assignment());
        assertEquals(Set.of("b"), set.assign(anna, List.of("b", "unknown")).keySet());
        assertInstanceOf(
                NotAssigned.class, set.assign(new Units("", "visitor")).get("a").assignment());
    }
}
