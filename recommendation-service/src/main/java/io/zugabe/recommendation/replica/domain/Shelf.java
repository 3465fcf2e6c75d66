package io.zugabe.recommendation.replica.domain;

import java.util.List;

/**
 * The products that a relation leads to from anchors of one kind, the best of each need: those that fit first. What must
 * not be offered here and now, or to this customer, is not known here.
 *
 * @param needs one part for each need that the products serve
 * @param complete whether no product was left out for want of room
 */
public record Shelf(List<Need> needs, boolean complete) {

    public Shelf {
        needs = List.copyOf(needs);
    }

    /**
     * The products of one need, the best first.
     *
     * @param products their numbers
     * @param limited by place, whether it fits only with a limit
     */
    public record Need(String need, int[] products, boolean[] limited) {}
}
