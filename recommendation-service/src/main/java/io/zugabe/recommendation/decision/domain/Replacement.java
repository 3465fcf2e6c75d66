package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate of what would be bought instead of something else: whatever of the cart, the page and what is owned
 * goes with the one must go with the other as well, and no worse. A part that fits nothing here replaces only one
 * that no rule can tell from it. A service replaces only one that the shop offers for the same products.
 */
final class Replacement {

    private static final int MOST_OWNED = 50;

    private final Situation situation;
    private final FitTable fit;
    private final Product anchor;
    private final List<Product> companions = new ArrayList<>();

    Replacement(Product anchor, Situation situation) {
        this.situation = situation;
        this.fit = situation.catalog().fit();
        this.anchor = anchor;
        addAll(situation.products().cart());
        addAll(situation.products().asked());
        List<Products.Owned> owned = situation.products().owned();
        for (int i = 0; i < Math.min(owned.size(), MOST_OWNED); i++) {
            add(owned.get(i).product());
        }
    }

    private void addAll(List<Product> products) {
        products.forEach(this::add);
    }

    private void add(Product product) {
        if (product.number() != anchor.number() && !companions.contains(product)) {
            companions.add(product);
        }
    }

    /** Whether a product may be bought instead of the anchor; if so, how it goes with what it has to go with. */
    Judgement judge(Product instead) {
        if (anchor.type().isService()) {
            return new Judgement(isOfferedForTheSame(instead), Optional.empty());
        }
        Optional<FitMatch> shown = Optional.empty();
        for (Product companion : companions) {
            Optional<FitMatch> before = match(anchor, companion);
            if (before.isEmpty()) {
                if (fit.excluded(instead, companion)) {
                    return Judgement.REFUSED;
                }
                continue;
            }
            Optional<FitMatch> after = match(instead, companion);
            if (after.isEmpty() || isWorse(before.get(), after.get())) {
                return Judgement.REFUSED;
            }
            shown = shown.isEmpty() || isLimited(after.get()) ? after : shown;
        }
        boolean stray = fit.isPart(instead.type()) && shown.isEmpty() && instead.fitGroup() != anchor.fitGroup();
        return stray ? Judgement.REFUSED : new Judgement(true, shown);
    }

    private Optional<FitMatch> match(Product one, Product other) {
        return fit.excluded(one, other) ? Optional.empty() : fit.match(one, other);
    }

    private static boolean isWorse(FitMatch before, FitMatch after) {
        return !isLimited(before) && isLimited(after);
    }

    private static boolean isLimited(FitMatch match) {
        return match.cell().verdict() == Verdict.FITS_WITH_LIMITS;
    }

    private boolean isOfferedForTheSame(Product instead) {
        boolean known = false;
        for (Product companion : companions) {
            List<Relation> relations = situation.catalog().relations().from(companion);
            if (selects(relations, anchor)) {
                known = true;
                if (!selects(relations, instead)) {
                    return false;
                }
            }
        }
        return known;
    }

    private boolean selects(List<Relation> relations, Product product) {
        for (Relation relation : relations) {
            if (relation.terms().kind().complements()
                    && relation.complement().matches(product)
                    && relation.terms().hold(situation.request().circumstances(), situation.time())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether it may replace the anchor.
     *
     * @param match how it goes with something else, with its limit if there is one
     */
    record Judgement(boolean passes, Optional<FitMatch> match) {
        private static final Judgement REFUSED = new Judgement(false, Optional.empty());
    }
}
