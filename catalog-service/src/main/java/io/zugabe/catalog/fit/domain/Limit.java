package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.text.domain.LocalizedText;

/**
 * Why something fits only with a limit.
 *
 * @param attribute the attribute that limits
 * @param got what the pair gets, with unit
 * @param needed what an unlimited fit would need, with unit
 * @param liftedBy type of a product that lifts the limit if it fits both host and part; empty if none does
 */
public record Limit(String attribute, String got, String needed, LocalizedText sentence, String liftedBy) {}
