package io.zugabe.segmentation.value.domain;

/**
 * What a customer spends in a category.
 *
 * @param yearly usual spend in a year, above 0
 */
public record CategoryBudget(String category, double yearly) {}
