package io.zugabe.recommendation.misfits.domain;

import java.util.List;

/**
 * A return that is to be reported now.
 *
 * @param order the order that it came from; empty if that is not known (yet)
 * @param together the other products of that order
 * @param expired whether it has waited so long that this is its last chance
 */
public record DueReturn(String event, String product, String order, List<String> together, boolean expired) {

    public DueReturn {
        together = List.copyOf(together);
    }

    /** Whether the order is known, so that it can be said what it was bought for. */
    public boolean isPlaced() {
        return !order.isEmpty();
    }
}
