package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import io.zugabe.recommendation.replica.domain.Selector;
import io.zugabe.recommendation.replica.domain.Shelf;
import java.util.List;
import java.util.Optional;

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
        Shelf shelf = situation
                .catalog()
                .shelf(relation, anchor.product(), settings.candidatesPerRelation(), baskets::keptOf);
        boolean enough = true;
        for (Shelf.Need need : shelf.needs()) {
            enough &= find(need, relation);
        }
        addBoughtTogether(relation);
        addConsidered(relation);
        if (!shelf.complete() && !(enough && !shelf.needs().isEmpty())) {
            ComplementSearch.find(relation, anchor.product(), situation, eligibility, settings)
                    .forEach(product -> add(product, relation));
        } else if (gathering.isExplained()) {
            explain(relation);
        }
    }

    /** Adds the best of a need; true if there was any. */
    private boolean find(Shelf.Need need, Relation relation) {
        Filters filters = eligibility.filters();
        Best best = new Best(filters.isCapped() ? MANY : FEW);
        boolean byPopularity = situation.ranking() == Ranking.POPULARITY;
        FitTable fit = situation.catalog().fit();
        int[] products = need.products();
        boolean[] limited = need.limited();
        for (int place = 0; place < products.length; place++) {
            int number = products[place];
            if (eligibility.admits(number) && !fit.blocked(anchor.product().number(), number)) {
                double key = byPopularity
                        ? situation.baskets().keptOf(number)
                        : Value.ofCurated(
                                number, anchor.product(), relation.strength(), limited[place], situation, settings);
                best.take(number, filters.hasBoosts() ? key * factor(number, filters) : key);
            }
        }
        for (int place = 0; place < best.size(); place++) {
            Product product = situation.catalog().product(best.number(place));
            if (product != null && relation.complement().matches(product)) {
                add(product, relation);
            }
        }
        return best.size() > 0;
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
        BasketModel baskets = situation.baskets();
        baskets.forEachNeighbour(anchor.product().number(), number -> {
            if (eligibility.admits(number)
                    && baskets.kept(anchor.product().number(), number) >= BoughtTogether.LEAST_KEPT) {
                Product product = situation.catalog().product(number);
                if (product != null && relation.complement().matches(product)) {
                    add(product, relation);
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
        FitTable fit = situation.catalog().fit();
        return !fit.excluded(anchor.product(), product)
                && (!fit.gated(anchor.product().type(), product.type())
                        || fit.match(anchor.product(), product).isPresent());
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

    /** The best few of many, the first of equal ones; sorted by insertion, for they are few. */
    private static final class Best {

        private final int[] numbers;
        private final double[] values;
        private int size;

        Best(int most) {
            numbers = new int[most];
            values = new double[most];
        }

        void take(int number, double value) {
            if (size == values.length && value <= values[size - 1]) {
                return;
            }
            int place = size < values.length ? size++ : size - 1;
            while (place > 0 && values[place - 1] < value) {
                numbers[place] = numbers[place - 1];
                values[place] = values[place - 1];
                place--;
            }
            numbers[place] = number;
            values[place] = value;
        }

        int size() {
            return size;
        }

        int number(int place) {
            return numbers[place];
        }
    }
}
