package io.zugabe.segmentation.audience.domain;

/**
 * How many have a trait.
 *
 * @param buyers who have it
 * @param others who have it
 */
public record Tally(Trait trait, long buyers, long others) {}
