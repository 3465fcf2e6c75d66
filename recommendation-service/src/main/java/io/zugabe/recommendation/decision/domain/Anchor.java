package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.List;
import java.util.Optional;

/** A product to complement, with the curated relations that start from it, the strongest first. */
record Anchor(Product product, List<Relation> relations) {

    /** The strongest relation with a timing that leads to a product. */
    Optional<Relation> relationTo(Product candidate, Relation.Timing timing) {
        return relations.stream()
                .filter(relation -> relation.timing() == timing)
                .filter(relation -> relation.complement().matches(candidate))
                .findFirst();
    }
}
