package io.zugabe.segmentation.model.domain;

/**
 * How much a model reads a feature.
 *
 * @param share of the model's gain, 0 to 1
 */
public record Importance(String feature, double share) {}
