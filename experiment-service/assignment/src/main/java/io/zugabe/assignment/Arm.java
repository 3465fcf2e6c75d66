package io.zugabe.assignment;

import java.util.Map;

/**
 * An arm of an experiment.
 *
 * @param id unique in the experiment
 * @param weight share of the units that take part, in (0, 1)
 * @param parameters what the arm sets
 */
public record Arm(String id, double weight, Map<String, String> parameters) {

    public Arm {
        if (!(weight > 0 && weight < 1)) {
            throw new IllegalArgumentException("weight " + weight + " of arm " + id + " must be in (0, 1)");
        }
        parameters = Map.copyOf(parameters);
    }
}
