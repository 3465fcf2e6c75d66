package io.zugabe.segmentation.uplift.domain;

/**
 * A feature of a data set.
 *
 * @param text whether its values are texts; else numbers
 */
public record DeclaredFeature(String name, boolean text) {}
