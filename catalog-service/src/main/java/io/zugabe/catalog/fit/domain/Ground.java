package io.zugabe.catalog.fit.domain;

/**
 * One reason for an answer.
 *
 * @param verdict what this authority alone would say
 */
public record Ground(Authority authority, Verdict verdict) {}
