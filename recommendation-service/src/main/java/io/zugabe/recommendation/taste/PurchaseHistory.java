package io.zugabe.recommendation.taste;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.taste.domain.PurchasesBuilder;

/** Where orders are read from to learn. */
public interface PurchaseHistory {

    /** Reads the latest orders, without what was sent back completely. */
    Uni<PurchasesBuilder> read(int most);
}
