package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Product;

/** What selling a product brings in. */
final class Margin {

    private Margin() {}

    /** Price less cost, in the shop's currency; where the cost is unknown the usual share of the price. */
    static double of(Product product, Settings settings) {
        double price = product.price().amount();
        return product.cost().map(cost -> price - cost.amount()).orElse(price * settings.marginRate());
    }

    /** The margin less what is expected to come back, see {@link Value}. */
    static double net(Product product, Situation situation, Settings settings) {
        double margin = of(product, settings);
        double returned = Value.returnRate(product.number(), situation.baskets(), settings);
        return margin - returned * (Math.max(margin, 0) + settings.handlingCost());
    }

    /** What a product costs the shop. */
    static double cost(Product product, Settings settings) {
        return product.price().amount() - of(product, settings);
    }
}
