package io.zugabe.recommendation.replica.domain;

/** A host and a part that go together. */
public record FitMatch(Product host, Product part, FitCell cell) {}
