package io.zugabe.recommendation.incentives.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether what was promised can be redeemed in an order, as far as promise and order alone say. */
public final class RedeemRules {

    private RedeemRules() {}

    /**
     * An order.
     *
     * @param value before incentives, in micros; empty if not told
     */
    public record Order(String id, List<String> products, Optional<Long> value) {

        public Order {
            products = List.copyOf(products);
        }
    }

    /**
     * Why it cannot be redeemed; empty if nothing speaks against it.
     *
     * @param product the offered one
     * @param anchor what it complements; empty if nothing
     * @param minimumBasket in micros; 0 for any
     */
    public static Optional<Refusal> judge(
            Promise promise, String product, String anchor, long minimumBasket, Order order, Instant now) {
        if (!promise.isGiven()) {
            return Optional.of(Refusal.NO_INCENTIVE);
        }
        if (promise.lease() == 0) {
            return Optional.of(Refusal.PREVIEW);
        }
        if (!now.isBefore(promise.validUntil())) {
            return Optional.of(Refusal.EXPIRED);
        }
        if (!order.products().contains(product)) {
            return Optional.of(Refusal.PRODUCT_MISSING);
        }
        if (promise.type() == IncentiveType.BUNDLE_PRICE && !order.products().contains(anchor)) {
            return Optional.of(Refusal.ANCHOR_MISSING);
        }
        return order.value().orElse(0L) < minimumBasket ? Optional.of(Refusal.BASKET_TOO_SMALL) : Optional.empty();
    }

    /** An incentive that was redeemed in an order. */
    public record Redeemed(String stackingClass, boolean exclusive) {}

    /** Whether one may be redeemed beside others in one order. */
    public static boolean stacks(Redeemed one, List<Redeemed> others) {
        return others.stream()
                .noneMatch(other -> one.exclusive()
                        || other.exclusive()
                        || one.stackingClass().equals(other.stackingClass()));
    }
}
