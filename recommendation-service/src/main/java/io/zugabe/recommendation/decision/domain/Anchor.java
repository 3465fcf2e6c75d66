package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.List;
import java.util.Optional;

/** A product to complement, with the curated relations that start from it and hold here and now, the strongest first. */
record Anchor(Product product, List<Relation> relations) {

    /**
     * An anchor with its relations to complements. What replaces the anchor, or comes with it at another
     * price, is no complement.
     */
    static Anchor of(Product product, Situation situation) {
        List<Relation> holding = situation.catalog().relations().from(product).stream()
                .filter(relation -> relation.terms().kind().complements())
                .filter(relation -> relation.terms().hold(situation.request().circumstances(), situation.time()))
                .toList();
        return new Anchor(product, holding);
    }

    /** The strongest relation with a timing that leads to a product. */
    Optional<Relation> relationTo(Product candidate, Relation.Timing timing) {
        return relations.stream()
                .filter(relation -> relation.timing() == timing)
                .filter(relation -> relation.complement().matches(candidate))
                .findFirst();
    }
}
