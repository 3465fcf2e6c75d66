package io.zugabe.recommendation.taste.domain;

import io.zugabe.recommendation.taste.domain.Approach.Limits;
import io.zugabe.recommendation.taste.domain.Approach.Method;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * What was learned, at one moment. Immutable. It holds weights between products and nothing of any customer.
 *
 * @param approach by which method, and why
 * @param baskets number of baskets it was learned from
 * @param position of the event log that it reflects
 * @param products ids by place
 */
public record TasteModel(Approach approach, int baskets, long position, List<String> products, ItemWeights weights) {

    /** Before anything was learned. */
    public static final TasteModel EMPTY = new TasteModel(
            new Approach(Method.NEIGHBOURS, "nothing was learned yet"), 0, 0, List.of(), ItemWeights.none(0));

    public TasteModel {
        products = List.copyOf(products);
        if (products.size() != weights.products()) {
            throw new IllegalArgumentException(
                    weights.products() + " rows of weights for " + products.size() + " products");
        }
    }

    /**
     * Learns by what is best within limits.
     *
     * @param products ids by place
     * @param progress is told the share done, in [0, 1]
     */
    public static TasteModel learn(
            Purchases purchases, List<String> products, long position, Limits limits, DoubleConsumer progress) {
        Approach approach = Approach.choose(purchases.products(), limits);
        int baskets = purchases.baskets().size();
        return switch (approach.method()) {
            case EASE ->
                new TasteModel(
                        approach, baskets, position, products, Ease.learn(purchases, EaseSettings.COMBINED, progress));
            case NEIGHBOURS -> {
                TunedNeighbours tuned = TunedNeighbours.of(purchases, NeighbourSettings.WEIGHTED);
                Approach explained = new Approach(
                        approach.method(),
                        Approach.format(
                                "item-kNN: %s; %d neighbours do best on the latest tenth of the baskets"
                                        + " (recall@10 %.3f of %,d)",
                                approach.explanation(),
                                tuned.settings().neighbours(),
                                tuned.holdout().recall(),
                                tuned.holdout().cases()));
                yield new TasteModel(
                        explained,
                        baskets,
                        position,
                        products,
                        Neighbours.learn(purchases, tuned.settings(), progress));
            }
        };
    }
}
