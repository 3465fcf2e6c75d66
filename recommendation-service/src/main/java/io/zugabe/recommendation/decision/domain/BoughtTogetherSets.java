package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Source: sets of three that were bought together, and kept. Two anchors that are bought now bring the third. A single
 * anchor brings both others, each told with the other.
 */
final class BoughtTogetherSets {

    private final Situation situation;
    private final BasketModel baskets;
    private final Gathering gathering;

    private BoughtTogetherSets(Situation situation, Gathering gathering) {
        this.situation = situation;
        this.baskets = situation.baskets();
        this.gathering = gathering;
    }

    static void find(List<Anchor> anchors, Situation situation, Gathering gathering) {
        BoughtTogetherSets sets = new BoughtTogetherSets(situation, gathering);
        IntSet together = new IntOpenHashSet();
        for (Anchor anchor : anchors) {
            if (BoughtTogether.complements(anchor, situation)) {
                together.add(anchor.product().number());
            }
        }
        for (Anchor anchor : anchors) {
            if (together.contains(anchor.product().number())) {
                sets.baskets.forEachSet(
                        anchor.product().number(),
                        (one, other, support, returned) -> sets.add(anchor, one, other, support, returned, together));
            }
        }
    }

    private void add(Anchor anchor, int one, int other, int support, int returned, IntSet together) {
        Product first = situation.catalog().product(one);
        Product second = situation.catalog().product(other);
        if (first == null || second == null) {
            return;
        }
        boolean hasFirst = together.contains(one);
        boolean hasSecond = together.contains(other);
        if (hasFirst && !hasSecond) {
            addThird(anchor, first, second, support, returned);
        } else if (hasSecond && !hasFirst) {
            addThird(anchor, second, first, support, returned);
        } else if (together.size() == 1) {
            addBeside(anchor, first, second, support, returned);
            addBeside(anchor, second, first, support, returned);
        }
    }

    /** The two that are there as one anchor. */
    private void addThird(Anchor anchor, Product companion, Product third, int support, int returned) {
        int both = baskets.pair(anchor.product().number(), companion.number())
                .map(PairCounts::support)
                .orElse(0);
        if (both >= support) {
            PairCounts counts =
                    new PairCounts(support, returned, both, baskets.basketsOf(third.number()), baskets.total());
            add(anchor, third, counts, new Third(anchor.product(), companion, counts));
        }
    }

    private void addBeside(Anchor anchor, Product candidate, Product companion, int support, int returned) {
        baskets.pair(anchor.product().number(), candidate.number())
                .ifPresent(pair -> add(
                        anchor, candidate, pair, new Beside(anchor.product(), companion, pair, support - returned)));
    }

    private void add(Anchor anchor, Product product, PairCounts counts, Claim claim) {
        if (!gathering.takes(product, anchor.product())) {
            return;
        }
        Optional<String> need = anchor.needFor(product, situation.placement());
        if (need.isEmpty()) {
            gathering.drop(product, Drop.AFTER_PURCHASE);
        } else if (Direction.isMain(product, anchor.product(), baskets)) {
            gathering.drop(product, Drop.IS_MAIN);
        } else {
            gathering.add(product, Link.claimed(anchor.product(), Optional.of(counts), need.get(), claim));
        }
    }

    private static Offer.Reason reason(LocalizedText sentence, Map<String, Double> numbers, String locale) {
        return new Offer.Reason(
                Offer.Code.BOUGHT_TOGETHER,
                sentence.in(locale),
                new Evidence(Evidence.Source.COUNT, "bought-together-set", Map.of(), sentence, numbers));
    }

    /** Orders with both products also had this one. */
    private record Third(Product anchor, Product companion, PairCounts counts) implements Claim {

        @Override
        public String code() {
            return "bought_together_set";
        }

        /** Nothing beyond what was counted. */
        @Override
        public double assumed(double affordability, Settings settings) {
            return 0;
        }

        @Override
        public boolean isOneChance() {
            return true;
        }

        @Override
        public Map<String, Double> numbers() {
            return BoughtTogether.numbers(counts);
        }

        @Override
        public Offer.Reason reason(String locale) {
            LocalizedText sentence = Phrases.boughtTogetherInSet(counts, anchor.name(), companion.name());
            return BoughtTogetherSets.reason(sentence, numbers(), locale);
        }
    }

    /**
     * Orders with the anchor also had this one, some of them with a third.
     *
     * @param set number of orders in which all three stayed
     */
    private record Beside(Product anchor, Product companion, PairCounts counts, int set) implements Claim {

        @Override
        public String code() {
            return "bought_together_set";
        }

        @Override
        public double assumed(double affordability, Settings settings) {
            return 0;
        }

        @Override
        public Map<String, Double> numbers() {
            Map<String, Double> numbers = new HashMap<>(BoughtTogether.numbers(counts));
            numbers.put("set_kept_support", (double) set);
            return numbers;
        }

        @Override
        public Offer.Reason reason(String locale) {
            LocalizedText sentence = Phrases.boughtTogetherWith(counts, set, anchor.name(), companion.name());
            return BoughtTogetherSets.reason(sentence, numbers(), locale);
        }
    }
}
