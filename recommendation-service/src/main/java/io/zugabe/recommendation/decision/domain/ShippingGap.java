package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Money;
import java.util.List;

/**
 * What is missing to free shipping.
 *
 * @param freeFrom the order value from which on it is free
 * @param missing above 0
 * @param offers that fill it, the one that exceeds it least first
 */
public record ShippingGap(Money freeFrom, Money missing, List<Offer> offers) {

    public ShippingGap {
        offers = List.copyOf(offers);
    }
}
