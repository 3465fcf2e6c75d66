package io.zugabe.recommendation.complements;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.complements.domain.Orders;

/** Where orders are read from to learn. */
public interface OrderHistory {

    /** Reads the latest orders, without what was sent back completely. */
    Uni<Orders> read(int most);
}
