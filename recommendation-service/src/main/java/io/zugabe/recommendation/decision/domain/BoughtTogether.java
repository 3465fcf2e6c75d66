package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.Map;
import java.util.Optional;

/** Source: what was bought together with the anchor, and kept, often enough to be no accident. */
final class BoughtTogether {

    static final int LEAST_KEPT = 3;

    private BoughtTogether() {}

    static void find(Anchor anchor, Situation situation, Gathering gathering) {
        if (!complements(anchor, situation)) {
            return;
        }
        BasketModel baskets = situation.baskets();
        int anchorBaskets = baskets.basketsOf(anchor.product().number());
        baskets.forEachPair(anchor.product().number(), (number, support, returned) -> {
            Product product =
                    support - returned >= LEAST_KEPT ? situation.catalog().product(number) : null;
            if (product != null && gathering.takes(product, anchor.product())) {
                PairCounts counts =
                        new PairCounts(support, returned, anchorBaskets, baskets.basketsOf(number), baskets.total());
                add(product, counts, anchor, situation, gathering);
            }
        });
    }

    /** Long after a purchase what was bought with it at once has lost its time, unless the caller asks about it. */
    static boolean complements(Anchor anchor, Situation situation) {
        return situation.placement() != Placement.FOLLOW_UP
                || situation.products().asked().contains(anchor.product());
    }

    /** The counts as evidence. */
    static Map<String, Double> numbers(PairCounts counts) {
        return Map.of(
                "support", (double) counts.support(),
                "returned_support", (double) counts.returned(),
                "kept_support", (double) counts.kept(),
                "baskets_anchor", (double) counts.anchorBaskets(),
                "baskets_candidate", (double) counts.candidateBaskets(),
                "baskets_total", (double) counts.baskets(),
                "confidence", counts.confidence(),
                "lift", counts.lift(),
                "score", counts.score());
    }

    private static void add(
            Product product, PairCounts counts, Anchor anchor, Situation situation, Gathering gathering) {
        Optional<String> need = anchor.needFor(product, situation.placement());
        if (need.isEmpty()) {
            gathering.drop(product, Drop.AFTER_PURCHASE);
            return;
        }
        if (Direction.isMain(product, anchor.product(), situation.baskets())) {
            gathering.drop(product, Drop.IS_MAIN);
            return;
        }
        gathering.add(
                product,
                new Link(
                        anchor.product(),
                        Link.Source.BOUGHT_TOGETHER,
                        Optional.empty(),
                        Optional.of(counts),
                        need.get()));
    }
}
