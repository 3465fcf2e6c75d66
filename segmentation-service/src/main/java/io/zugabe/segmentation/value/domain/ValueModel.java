package io.zugabe.segmentation.value.domain;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** All that is learned about what customers are worth. */
public record ValueModel(
        LifetimeModel lifetime,
        ValueForecast forecast,
        MarginRate margin,
        OrderValues orderValues,
        CategoryBudgets categories) {

    private static final int FUTURES = 400;
    private static final int MOST_CATEGORIES = 20;

    /** What a customer is worth in the coming year, and what they are used to spend. */
    public ValueAssessment assess(CustomerOrders orders, Instant now, RandomGenerator random) {
        PurchaseHistory purchases = orders.purchases(now);
        SpendHistory spend = orders.spend();
        CustomerValue value = lifetime.value(purchases, spend, Horizon.YEAR);
        double rate = margin.of(orders);
        ValueInterval sales = forecast.interval(purchases, spend, Horizon.YEAR, FUTURES, random);
        double one = rate * sales.low();
        double other = rate * sales.high();
        return new ValueAssessment(
                value,
                rate * value.lifetimeValue(),
                new ValueInterval(Math.min(one, other), Math.max(one, other)),
                orderValues.limit(orders.orderValues().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray()),
                categories.of(orders.categories(), purchases.age(), MOST_CATEGORIES));
    }
}
