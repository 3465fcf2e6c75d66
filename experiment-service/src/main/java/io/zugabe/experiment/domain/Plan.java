package io.zugabe.experiment.domain;

import io.zugabe.assignment.ExperimentDesign;

/**
 * What an experimenter sets.
 *
 * @param name for people
 * @param hypothesis what is expected to happen and why; may be empty
 * @param design who is assigned to what
 */
public record Plan(String name, String hypothesis, ExperimentDesign design) {

    /** The version of the salts that every experiment begins with. */
    public static final int FIRST_SALT = 1;

    /** The same under another id. */
    public Plan under(String id) {
        return new Plan(
                name,
                hypothesis,
                new ExperimentDesign(
                        id,
                        design.unit(),
                        design.layer(),
                        design.layerRange(),
                        design.coverage(),
                        design.arms(),
                        FIRST_SALT));
    }
}
