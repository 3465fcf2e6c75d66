package io.zugabe.experiment.domain;

import java.time.Instant;

/**
 * A change of an experiment.
 *
 * @param id counts the entries
 * @param afterwards the experiment as it was then
 */
public record AuditEntry(long id, Instant time, Actor by, Action action, Experiment afterwards) {}
