package io.zugabe.catalog.relation;

import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.relation.domain.Relation;
import java.util.Optional;

/**
 * A relation at the prices of a moment.
 *
 * @param saving what it saves as a bundle; empty if it is none, or not all prices are known
 */
public record PricedRelation(Relation relation, Optional<Money> saving) {

    String id() {
        return relation.id();
    }
}
