package io.zugabe.recommendation.replica.domain;

import java.util.List;

/**
 * The products that a relation leads to from anchors of one kind, the best of each need: those that fit first. What must
 * not be offered here and now, or to this customer, is not known here.
 *
 * @param needs one part for each need that the products serve
 * @param complete whether no product was left out for want of room
 * @param leastPrice of those that were left out and are in stock, in micros
 */
public record Shelf(List<Need> needs, boolean complete, long leastPrice) {

    public Shelf {
        needs = List.copyOf(needs);
    }

    /**
     * The products of one need, the best first, then the cheapest of those for which there was no room. What their values rest on stands here as it was when the shelf was filled, so
     * that nothing else has to be read to find the few that promise most.
     *
     * @param products their numbers
     * @param limited by place, whether it fits only with a limit
     * @param prices by place, in micros
     * @param worths by place, what one brings if it is taken
     */
    public record Need(String need, int[] products, boolean[] limited, long[] prices, double[] worths) {}
}
