package io.zugabe.experiment.domain;

import java.util.List;

/**
 * A page of experiments.
 *
 * @param experiments by id
 * @param last whether no page follows
 */
public record ExperimentPage(List<Experiment> experiments, boolean last) {}
