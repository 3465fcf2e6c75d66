package io.zugabe.segmentation.model.domain;

/**
 * Whether a model may be published.
 *
 * @param sentence why, or why not, for a person
 */
public record Decision(boolean publishable, String sentence) {}
