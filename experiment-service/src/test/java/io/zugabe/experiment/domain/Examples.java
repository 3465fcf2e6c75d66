package io.zugabe.experiment.domain;

import io.zugabe.assignment.Arm;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.LayerRange;
import io.zugabe.assignment.UnitKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Experiments for tests. */
public final class Examples {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Examples() {}

    public static Plan plan(String id, String layer, double start, double end) {
        List<Arm> arms = List.of(new Arm("control", 0.5, Map.of()), new Arm("value", 0.5, Map.of("ranking", "value")));
        return new Plan(
                "Ranking by value",
                "Offers ranked by value earn more",
                new ExperimentDesign(id, UnitKind.CUSTOMER, layer, new LayerRange(start, end), 1, arms, 1));
    }

    public static Experiment draft(String id, String layer, double start, double end) {
        return Experiment.draft(plan(id, layer, start, end), NOON);
    }

    public static Experiment running(String id, String layer, double start, double end) {
        return draft(id, layer, start, end).after(Transition.START, NOON);
    }
}
