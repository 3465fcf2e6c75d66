package io.zugabe.recommendation.replica.domain;

/**
 * Why something fits only with a limit.
 *
 * @param attribute the attribute that limits
 * @param got what the pair gets, with unit
 * @param needed what an unlimited fit needs, with unit
 */
public record FitLimit(String attribute, String got, String needed, LocalizedText sentence) {}
