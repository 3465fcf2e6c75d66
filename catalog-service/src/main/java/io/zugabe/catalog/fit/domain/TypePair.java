package io.zugabe.catalog.fit.domain;

/** Two types in their roles. */
public record TypePair(String host, String part) {}
