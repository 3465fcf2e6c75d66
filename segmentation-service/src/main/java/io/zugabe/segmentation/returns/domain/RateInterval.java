package io.zugabe.segmentation.returns.domain;

/** A rate and the interval that holds it with 95 %. */
public record RateInterval(double rate, double low, double high) {}
