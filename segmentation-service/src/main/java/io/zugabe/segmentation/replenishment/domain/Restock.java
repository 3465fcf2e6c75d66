package io.zugabe.segmentation.replenishment.domain;

/**
 * One purchase of a product, returns taken off.
 *
 * @param day days since any fixed day
 * @param units 1 or more
 */
public record Restock(long day, long units) {}
