package io.zugabe.segmentation.profile.domain;

/**
 * What happened in one calendar month (UTC).
 *
 * @param serviceCost cost of the cases solved in it, in 1/10,000 of the shop's currency
 */
public record Month(Trade trade, long serviceCost) {

    Month merge(Month other, Limits limits) {
        return new Month(trade.merge(other.trade, limits), Sums.sum(serviceCost, other.serviceCost));
    }
}
