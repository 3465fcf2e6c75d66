package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.ProductRows;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Selector;
import io.zugabe.recommendation.replica.domain.Shelf;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Source: what merchandisers and suppliers say goes with the anchor, if its moment has come. A relation leads to a shelf of
 * products; of each need the few go on that may be offered to this customer and are expected to bring most, and what was
 * bought together with the anchor. Where a shelf had no room for all and nothing of a need may be offered, all products are
 * looked through.
 */
final class CuratedComplements {

    /** Of a need one will be offered; others stand by for the case that a later stage drops it. */
    private static final int FEW = 4;

    /** Where the list holds only so many of a brand, the others have to be of others. */
    private static final int MANY = 50;

    /** So many of a need are asked about before all are. */
    private static final int MOST_ASKED = 12;

    private final Anchor anchor;
    private final Situation situation;
    private final Eligibility eligibility;
    private final Settings settings;
    private final Gathering gathering;

    private CuratedComplements(
            Anchor anchor, Situation situation, Eligibility eligibility, Settings settings, Gathering gathering) {
        this.anchor = anchor;
        this.situation = situation;
        this.eligibility = eligibility;
        this.settings = settings;
        this.gathering = gathering;
    }

    static void find(
            Anchor anchor,
            Situation situation,
            Eligibility eligibility,
            Settings settings,
            Gathering gathering,
            StageTrace.Writer trace) {
        CuratedComplements search = new CuratedComplements(anchor, situation, eligibility, settings, gathering);
        for (Relation relation : anchor.relations()) {
            if (!Moment.isRight(relation, anchor.product(), situation)) {
                continue;
            }
            Optional<Product> served = alreadyServed(relation, anchor.product(), situation);
            if (served.isPresent()) {
                trace.note(() -> "Relation " + relation.id() + " is left out: "
                        + served.get().id() + " serves its need already.");
            } else {
                search.find(relation);
            }
        }
    }

    private void find(Relation relation) {
        if (relation.complement() instanceof Selector.ById byId) {
            situation.catalog().find(byId.id()).ifPresent(product -> add(product, relation));
            return;
        }
        BasketModel baskets = situation.baskets();
        ProductRows rows = situation.catalog().rows();
        Shelf shelf = situation
                .catalog()
                .shelf(
                        relation,
                        anchor.product(),
                        settings.candidatesPerRelation(),
                        baskets::keptOf,
                        number -> Value.worth(number, rows, baskets, settings));
        boolean enough = !shelf.needs().isEmpty();
        for (Shelf.Need need : shelf.needs()) {
            enough &= find(need, relation);
        }
        addBoughtTogether(relation);
        addConsidered(relation);
        boolean hopeless = shelf.complete() || eligibility.isClosed() || eligibility.affordable() < shelf.leastPrice();
        if (!enough && !hopeless) {
            ComplementSearch.find(relation, anchor.product(), situation, eligibility, settings)
                    .forEach(product -> add(product, relation));
        } else if (gathering.isExplained()) {
            explain(relation);
        }
    }

    /** Adds the best of a need; true if there was any. Most often they are among the few that promise most: else all are asked. */
    private boolean find(Shelf.Need need, Relation relation) {
        boolean capped = eligibility.filters().isCapped();
        int few = capped ? MANY : FEW;
        int added = capped ? 0 : addAdmitted(best(need, relation, MOST_ASKED, number -> true), few, relation);
        if (added < few && (capped || need.products().length > MOST_ASKED)) {
            added = addAdmitted(best(need, relation, few, this::mayBeOffered), few, relation);
        }
        return added > 0;
    }

    private Best best(Shelf.Need need, Relation relation, int most, IntPredicate wanted) {
        Best best = new Best(most);
        Filters filters = eligibility.filters();
        BasketModel baskets = situation.baskets();
        boolean byPopularity = situation.ranking() == Ranking.POPULARITY;
        int trials = baskets.basketsOf(anchor.product().number());
        long affordable = eligibility.affordable();
        for (int place = 0; place < need.products().length; place++) {
            int number = need.products()[place];
            if (need.prices()[place] <= affordable && wanted.test(number)) {
                double key = byPopularity
                        ? baskets.keptOf(number)
                        : Value.ofCurated(
                                need.prices()[place],
                                need.worths()[place],
                                anchor.product(),
                                relation.strength(),
                                need.limited()[place],
                                trials,
                                settings);
                best.take(number, filters.hasBoosts() ? key * factor(number, filters) : key);
            }
        }
        return best;
    }

    private int addAdmitted(Best best, int most, Relation relation) {
        int added = 0;
        for (int place = 0; place < best.size() && added < most; place++) {
            Product product =
                    mayBeOffered(best.number(place)) ? situation.catalog().product(best.number(place)) : null;
            if (product != null && relation.complement().matches(product)) {
                add(product, relation);
                added++;
            }
        }
        return added;
    }

    private boolean mayBeOffered(int number) {
        return eligibility.admits(number)
                && !situation.catalog().fit().blocked(anchor.product().number(), number);
    }

    private double factor(int number, Filters filters) {
        Product product = situation.catalog().product(number);
        return product == null ? 1 : filters.factor(product);
    }

    /** What is pinned or included goes with the anchor, if it does, for the same reason as anything else. */
    private void addConsidered(Relation relation) {
        for (String id : eligibility.filters().considered()) {
            situation
                    .catalog()
                    .find(id)
                    .filter(product -> relation.complement().matches(product)
                            && eligibility.admits(product.number())
                            && fitsIfItMust(product))
                    .ifPresent(product -> add(product, relation));
        }
    }

    private void addBoughtTogether(Relation relation) {
        situation.baskets().forEachPair(anchor.product().number(), (number, support, returned) -> {
            if (support - returned >= BoughtTogether.LEAST_KEPT && eligibility.admits(number)) {
                Product product = situation.catalog().product(number);
                if (product != null && relation.complement().matches(product)) {
                    addIfItFits(product, relation);
                }
            }
        });
    }

    /** Looks through everything to say why the obvious product is missing. */
    private void explain(Relation relation) {
        for (Product product : ComplementSearch.find(relation, anchor.product(), situation, eligibility, settings)) {
            if (eligibility.admits(product.number()) && fitsIfItMust(product)) {
                gathering.drop(product, Drop.OUTRANKED);
            } else {
                gathering.bringAlong(product, link(product, relation));
            }
        }
    }

    private boolean fitsIfItMust(Product product) {
        return Fit.passes(anchor.product(), product, true, situation.catalog());
    }

    private void addIfItFits(Product product, Relation relation) {
        if (fitsIfItMust(product)) {
            add(product, relation);
        } else if (gathering.isExplained()) {
            gathering.bringAlong(product, link(product, relation));
        }
    }

    private void add(Product product, Relation relation) {
        gathering.add(product, link(product, relation));
    }

    private Link link(Product product, Relation relation) {
        return new Link(
                anchor.product(),
                Link.Source.CURATED,
                Optional.of(relation),
                situation.baskets().pair(anchor.product().number(), product.number()),
                relation.needFor(product));
    }

    /** What is being bought already, or lasts and was bought for an anchor that the customer has at home, and does what the relation's complements would do. */
    private static Optional<Product> alreadyServed(Relation relation, Product anchor, Situation situation) {
        Products products = situation.products();
        Optional<Product> inCart = alreadyServed(relation, anchor, products.cart(), situation);
        if (inCart.isPresent()) {
            return inCart;
        }
        Optional<Product> asked = alreadyServed(relation, anchor, products.asked(), situation);
        return asked.isPresent() || !situation.placement().isOfSession() || products.isHere(anchor)
                ? asked
                : alreadyServed(relation, anchor, products.lasting(), situation);
    }

    private static Optional<Product> alreadyServed(
            Relation relation, Product anchor, List<Product> bought, Situation situation) {
        FitTable fit = situation.catalog().fit();
        for (Product product : bought) {
            if (product.number() != anchor.number()
                    && relation.complement().matches(product)
                    && !fit.excluded(anchor, product)
                    && (!fit.gated(anchor.type(), product.type())
                            || fit.match(anchor, product).isPresent())) {
                return Optional.of(product);
            }
        }
        return Optional.empty();
    }
}
