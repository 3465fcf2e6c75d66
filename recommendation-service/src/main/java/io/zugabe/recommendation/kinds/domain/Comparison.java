package io.zugabe.recommendation.kinds.domain;

import io.zugabe.recommendation.replica.domain.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two products of a type by its traits. */
public final class Comparison {

    private Comparison() {}

    /**
     * In what a product is better than another; empty if it is not, or if that cannot be said: it serves another
     * need, is worse in something, is better in nothing, or lacks an attribute that the other has.
     */
    public static Optional<List<Difference>> better(Product from, Product to, List<Trait> traits) {
        List<Difference> better = new ArrayList<>();
        for (Trait trait : traits) {
            TraitValue before = TraitValue.of(from, trait.attribute());
            TraitValue after = TraitValue.of(to, trait.attribute());
            if (trait.role() == Trait.Role.SAME || trait.role() == Trait.Role.AMOUNT) {
                if (!before.sameAs(after)) {
                    return Optional.empty();
                }
            } else if (!before.isMissing()) {
                double step = step(trait, before, after);
                if (!(step >= 0)) { // worse, or not to be compared
                    return Optional.empty();
                }
                if (step > 0) {
                    better.add(difference(trait, before, after, true));
                }
            }
        }
        return better.isEmpty() ? Optional.empty() : Optional.of(better);
    }

    /** In what two products differ, as far as it can be compared; what is better comes first. */
    public static List<Difference> differences(Product from, Product to, List<Trait> traits) {
        List<Difference> better = new ArrayList<>();
        List<Difference> worse = new ArrayList<>();
        for (Trait trait : traits) {
            TraitValue before = TraitValue.of(from, trait.attribute());
            TraitValue after = TraitValue.of(to, trait.attribute());
            double step = trait.role() == Trait.Role.SAME ? Double.NaN : step(trait, before, after);
            if (step > 0) {
                better.add(difference(trait, before, after, true));
            } else if (step < 0) {
                worse.add(difference(trait, before, after, false));
            }
        }
        better.addAll(worse);
        return better;
    }

    /** Above 0 if the second value is the better one, below 0 if the first is; NaN if that cannot be said. */
    private static double step(Trait trait, TraitValue before, TraitValue after) {
        return switch (trait.role()) {
            case MORE, AMOUNT -> after.number() - before.number();
            case LESS -> before.number() - after.number();
            case RANKED -> rank(trait, after) - rank(trait, before);
            case SAME -> Double.NaN;
        };
    }

    private static double rank(Trait trait, TraitValue value) {
        int rank = trait.ranks().indexOf(value.shown());
        return rank < 0 ? Double.NaN : rank;
    }

    private static Difference difference(Trait trait, TraitValue before, TraitValue after, boolean better) {
        String unit = after.isMissing() ? before.unit() : after.unit();
        return new Difference(trait.attribute(), trait.name(), before.shown(), after.shown(), unit, better);
    }
}
