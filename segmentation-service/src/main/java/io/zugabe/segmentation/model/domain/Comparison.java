package io.zugabe.segmentation.model.domain;

/**
 * By how much a model is better than a simpler answer.
 *
 * @param baseline the simpler answer, for instance "random ranking"
 * @param metric what is compared
 * @param gain the model's less the simpler answer's
 * @param interval of the gain, at the level that the decision uses
 */
public record Comparison(String baseline, String metric, double gain, Interval interval) {}
