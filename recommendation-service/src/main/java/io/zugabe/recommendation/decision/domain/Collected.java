package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.List;

/**
 * What customers buy several of at once: mugs, cushions. There one more completes the basket; of anything else it would
 * replace what is in it. A product is collected if of the orders with it at least three, and one in twenty, hold another one
 * of its type. Counted when first asked.
 */
final class Collected {

    private static final int LEAST_ORDERS = 3;
    private static final double LEAST_SHARE = 0.05;

    private static final byte UNKNOWN = 0;
    private static final byte COLLECTED = 1;
    private static final byte ONE_IS_ENOUGH = 2;

    private final List<Anchor> basket;
    private final Situation situation;
    private final byte[] known;

    Collected(List<Anchor> basket, Situation situation) {
        this.basket = basket;
        this.situation = situation;
        this.known = new byte[basket.size()];
    }

    /** Whether a product would replace one of the basket. */
    boolean isReplaced(Product candidate) {
        for (int place = 0; place < known.length; place++) {
            if (basket.get(place).isReplacedBy(candidate) && !isCollected(place)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCollected(int place) {
        if (known[place] == UNKNOWN) {
            known[place] = orders(basket.get(place)) ? COLLECTED : ONE_IS_ENOUGH;
        }
        return known[place] == COLLECTED;
    }

    /** An order with three of a type counts twice: who buys three collects them. */
    private boolean orders(Anchor anchor) {
        BasketModel baskets = situation.baskets();
        int number = anchor.product().number();
        int[] orders = new int[1];
        baskets.forEachNeighbour(number, neighbour -> {
            Product product = situation.catalog().product(neighbour);
            if (product != null && anchor.isReplacedBy(product)) {
                orders[0] += baskets.kept(number, neighbour);
            }
        });
        return orders[0] >= LEAST_ORDERS && orders[0] >= LEAST_SHARE * baskets.basketsOf(number);
    }
}
