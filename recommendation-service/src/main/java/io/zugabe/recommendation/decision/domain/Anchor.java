package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.moment.domain.Lag;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A product to complement, with the curated relations that start from it and hold here and now, the strongest first. */
record Anchor(Product product, List<Relation> relations, Map<String, Lag> lags) {

    /**
     * An anchor with its relations to complements. What replaces the anchor, or comes with it at another
     * price, is no complement.
     */
    static Anchor of(Product product, Situation situation) {
        List<Relation> holding = new ArrayList<>();
        for (Relation relation : situation.catalog().relations().from(product)) {
            if (relation.terms().kind().complements()
                    && relation.terms().hold(situation.request().circumstances(), situation.time())) {
                holding.add(relation);
            }
        }
        return new Anchor(
                product, holding, situation.habits().lagsFrom(product.type().type()));
    }

    /**
     * The need that a product serves beside this one, as a curated relation says or else by its type; empty
     * if it is curated, or else learned, to be wanted only some time after the purchase.
     *
     * <p>Products of one type serve one need and replace each other: one case is enough. But a type of
     * which customers buy several at once (mugs, cushions) is collected: there each stands for itself.
     */
    Optional<String> needFor(Product candidate, Placement placement) {
        Optional<Relation> before = relationTo(candidate, Relation.Timing.BEFORE);
        Optional<Relation> after = relationTo(candidate, Relation.Timing.AFTER);
        if (before.isEmpty() && after.isPresent() && !placement.afterPurchase()) {
            return Optional.empty();
        }
        if (before.isEmpty() && after.isEmpty() && placement.beforePurchase() && comesAfter(candidate)) {
            return Optional.empty();
        }
        return Optional.of(before.or(() -> after)
                .map(relation -> relation.needFor(candidate))
                .orElseGet(() -> byType(candidate)));
    }

    /** All needs that a product serves beside this one, now or later: as curated relations say, or else by its type. */
    Set<String> needs(Product candidate) {
        Set<String> needs = new HashSet<>();
        for (Relation relation : relations) {
            if (relation.complement().matches(candidate)) {
                needs.add(relation.needFor(candidate));
            }
        }
        if (needs.isEmpty()) {
            needs.add(byType(candidate));
        }
        return needs;
    }

    private String byType(Product candidate) {
        String type = candidate.type().type();
        return product.type().type().equals(type) ? type + "/" + candidate.id() : type;
    }

    /** Whether customers want products of its type only some time after this one, as learned from orders. */
    private boolean comesAfter(Product candidate) {
        Lag lag = lags.get(candidate.type().type());
        return lag != null && lag.comesAfter();
    }

    /** Whether a product would do what this one does, instead of completing it: one type is the other's, or a kind of it. */
    boolean isReplacedBy(Product candidate) {
        return candidate.type().isA(product.type().type())
                || product.type().isA(candidate.type().type());
    }

    /** The strongest relation with a timing that leads to a product. */
    Optional<Relation> relationTo(Product candidate, Relation.Timing timing) {
        for (Relation relation : relations) {
            if (relation.timing() == timing && relation.complement().matches(candidate)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }
}
