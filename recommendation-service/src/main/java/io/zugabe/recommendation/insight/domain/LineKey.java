package io.zugabe.recommendation.insight.domain;

/** A product of an order. */
public record LineKey(String order, String product) {}
