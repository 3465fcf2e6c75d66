package io.zugabe.segmentation.value.domain;

import java.util.List;

/**
 * What a customer is worth in the coming year.
 *
 * @param margin expected, discounted at 10 % a year
 * @param interval holds the margin with 90 % (see {@link ValueForecast} for what that covers)
 * @param budgets by category, highest first
 */
public record ValueAssessment(
        CustomerValue value,
        double margin,
        ValueInterval interval,
        SpendingLimit limit,
        List<CategoryBudget> budgets) {}
