package io.zugabe.experiment.domain;

import io.zugabe.assignment.ExperimentDesign;

/**
 * What an experimenter sets.
 *
 * @param name for people
 * @param hypothesis what is expected to happen and why; may be empty
 * @param design who is assigned to what
 */
public record Plan(String name, String hypothesis, ExperimentDesign design) {}
