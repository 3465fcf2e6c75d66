package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.Map;
import java.util.Optional;

/** Source: what customers who bought the anchor bought in a later order, and kept. */
final class AlsoBought {

    /** Fewer may be chance. */
    static final int LEAST_CUSTOMERS = 3;

    private AlsoBought() {}

    static void find(Anchor anchor, Situation situation, Gathering gathering) {
        BasketModel baskets = situation.baskets();
        int buyers = baskets.buyersOf(anchor.product().number());
        baskets.forEachLater(anchor.product().number(), (number, customers) -> {
            Product product = customers >= LEAST_CUSTOMERS ? situation.catalog().product(number) : null;
            if (product != null && gathering.takes(product, anchor.product())) {
                PairCounts counts = new PairCounts(customers, 0, buyers, baskets.buyersOf(number), baskets.customers());
                add(product, counts, anchor, situation, gathering);
            }
        });
    }

    private static void add(
            Product product, PairCounts counts, Anchor anchor, Situation situation, Gathering gathering) {
        if (LearnedMoment.refuses(anchor, product, situation, gathering)) {
            return;
        }
        Optional<String> need = anchor.needFor(product, situation.placement());
        if (need.isEmpty()) {
            gathering.drop(product, Drop.AFTER_PURCHASE);
        } else if (Direction.isMain(product, anchor.product(), situation.baskets())) {
            gathering.drop(product, Drop.IS_MAIN);
        } else {
            gathering.add(
                    product,
                    Link.claimed(
                            anchor.product(), Optional.of(counts), need.get(), new Later(anchor.product(), counts)));
        }
    }

    /** Customers of the anchor bought it later; counted are customers, each once. */
    private record Later(Product anchor, PairCounts counts) implements Claim {

        @Override
        public String code() {
            return "also_bought";
        }

        /** Nothing beyond what was counted. */
        @Override
        public double assumed(double affordability, Settings settings) {
            return 0;
        }

        @Override
        public Map<String, Double> numbers() {
            return Map.of(
                    "customers_both", (double) counts.support(),
                    "customers_anchor", (double) counts.anchorBaskets(),
                    "customers_candidate", (double) counts.candidateBaskets(),
                    "customers_total", (double) counts.baskets(),
                    "confidence", counts.confidence(),
                    "lift", counts.lift(),
                    "score", counts.score());
        }

        @Override
        public Offer.Reason reason(String locale) {
            LocalizedText sentence = Phrases.alsoBought(counts.support(), counts.anchorBaskets(), anchor.name());
            return new Offer.Reason(
                    Offer.Code.ALSO_BOUGHT,
                    sentence.in(locale),
                    new Evidence(Evidence.Source.COUNT, "also-bought", Map.of(), sentence, numbers()));
        }
    }
}
