package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.moment.domain.Wilson;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Source: for an anchor without sales, what was bought together with the selling products that are most like it. What
 * has to fit must fit the anchor itself: that it fits something similar says nothing.
 */
final class SimilarProducts {

    /** With so many orders a product speaks for itself. */
    private static final int ENOUGH_ORDERS = 20;

    private SimilarProducts() {}

    static void find(Anchor anchor, Situation situation, Gathering gathering) {
        BasketModel baskets = situation.baskets();
        if (!BoughtTogether.complements(anchor, situation)
                || baskets.basketsOf(anchor.product().number()) >= ENOUGH_ORDERS) {
            return;
        }
        situation.snapshot().learned().likeness().forEach(anchor.product().number(), (number, cosine) -> {
            Product similar = situation.catalog().product(number);
            if (similar != null) {
                int orders = baskets.basketsOf(number);
                baskets.forEachPair(number, (companion, support, returned) -> {
                    Product product = support - returned >= BoughtTogether.LEAST_KEPT
                            ? situation.catalog().product(companion)
                            : null;
                    if (product != null && gathering.takes(product, anchor.product())) {
                        PairCounts counts = new PairCounts(
                                support, returned, orders, baskets.basketsOf(companion), baskets.total());
                        add(
                                product,
                                new Likened(similar, cosine, counts, anchor.product()),
                                anchor,
                                situation,
                                gathering);
                    }
                });
            }
        });
    }

    private static void add(Product product, Likened claim, Anchor anchor, Situation situation, Gathering gathering) {
        Optional<String> need = anchor.needFor(product, situation.placement());
        if (need.isEmpty()) {
            gathering.drop(product, Drop.AFTER_PURCHASE);
        } else if (Direction.isMain(product, claim.similar(), situation.baskets())) {
            gathering.drop(product, Drop.IS_MAIN);
        } else if (replaces(product, anchor.product())) {
            gathering.drop(product, Drop.REPLACES);
        } else {
            Optional<PairCounts> own = situation.baskets().pair(anchor.product().number(), product.number());
            gathering.add(product, Link.claimed(anchor.product(), own, need.get(), claim));
        }
    }

    /** What others bought beside something similar may well be what it is similar to. */
    private static boolean replaces(Product product, Product anchor) {
        return product.type().isA(anchor.type().type())
                || anchor.type().isA(product.type().type());
    }

    /** Bought together with something similar. */
    private record Likened(Product similar, double cosine, PairCounts counts, Product anchor) implements Claim {

        @Override
        public String code() {
            return "similar_product";
        }

        /** The share of the similar product's orders, at least, as far as the two are alike. */
        @Override
        public double assumed(double affordability, Settings settings) {
            return cosine * Wilson.lower(counts.kept(), counts.anchorBaskets());
        }

        @Override
        public Map<String, Double> numbers() {
            Map<String, Double> numbers = new HashMap<>(BoughtTogether.numbers(counts));
            numbers.put("similarity", cosine);
            return numbers;
        }

        @Override
        public Offer.Reason reason(String locale) {
            LocalizedText sentence =
                    Phrases.similarProduct(counts.kept(), counts.anchorBaskets(), similar.name(), anchor.name());
            return new Offer.Reason(
                    Offer.Code.SIMILAR_PRODUCT,
                    sentence.in(locale),
                    new Evidence(
                            Evidence.Source.COUNT, "similar-product/" + similar.id(), Map.of(), sentence, numbers()));
        }
    }
}
