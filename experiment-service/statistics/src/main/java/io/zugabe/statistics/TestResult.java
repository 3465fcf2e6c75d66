package io.zugabe.statistics;

/**
 * What a test says about a difference.
 *
 * @param pValue chance of a difference at least this far from the tested one if that one were true; in [0, 1]
 * @param interval of the wished confidence
 */
public record TestResult(double pValue, Interval interval) {}
