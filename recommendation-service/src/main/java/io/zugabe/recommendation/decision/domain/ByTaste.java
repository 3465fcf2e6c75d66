package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.taste.domain.RepeatTerm;
import io.zugabe.recommendation.taste.domain.Taste;
import io.zugabe.recommendation.taste.domain.Taste.Lacking;
import it.unimi.dsi.fastutil.ints.Int2FloatMap;
import it.unimi.dsi.fastutil.ints.Int2FloatOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Source: what orders with all these products hold more often than others (collaborative filtering). Where
 * bought-together looks at one pair, this looks at the basket as a whole, and finds products that hardly
 * anybody has bought with one of its products alone. That the customer bought it before counts only for
 * what is consumed. Customers who bought a camera may later buy another, but nobody needs two: what would replace a
 * product of the basket stays out, unless its type is {@link Collected}.
 */
final class ByTaste {

    private static final int MOST_RANKED = 300;

    /** The list is a dozen at most, and what must not be offered to this customer does not count. */
    private static final int MOST_FOUND = 40;

    /** One order in a hundred: less may be chance. */
    private static final float LEAST_SCORE = 0.01f;

    /** The products of the basket that speak most for a candidate; each is an anchor that it may have to fit. */
    private static final int MOST_ANCHORS = 3;

    private static final double SECONDS_OF_DAY = 86_400;

    private ByTaste() {}

    static void find(List<Anchor> anchors, Situation situation, Eligibility eligibility, Gathering gathering) {
        List<Anchor> basket = anchors.stream()
                .filter(anchor -> isOfBasket(anchor.product(), situation))
                .toList();
        IntArrayList numbers = new IntArrayList();
        basket.forEach(anchor -> numbers.add(anchor.product().number()));
        Taste taste = situation.snapshot().taste();
        Collected collected = new Collected(basket, situation);
        int found = 0;
        for (Lacking lacking : taste.lacking(numbers, repeats(situation), MOST_RANKED, LEAST_SCORE)) {
            Product product = situation.catalog().product(lacking.product());
            if (product != null && found < MOST_FOUND && eligibility.admits(product.number())) {
                TasteScore score = score(lacking, situation.baskets(), taste);
                if (!score.standsOut() || score.score() - score.repeat() < LEAST_SCORE) {
                    continue;
                }
                if (collected.isReplaced(product)) {
                    gathering.drop(product, Drop.REPLACES);
                } else {
                    add(product, score, basket, situation, gathering);
                    found++;
                }
            }
        }
    }

    /** Orders are what taste was learned from: what the customer has at home is in none of them, but on the first page all there is. */
    private static boolean isOfBasket(Product anchor, Situation situation) {
        return switch (situation.placement()) {
            case HOME, SERVICE_CALL -> true;
            case FOLLOW_UP -> situation.products().asked().contains(anchor);
            case PRODUCT_PAGE, CART, CHECKOUT, THANK_YOU -> situation.products().isHere(anchor);
        };
    }

    private static TasteScore score(Lacking lacking, BasketModel baskets, Taste taste) {
        double share = baskets.total() == 0 ? 0 : (double) baskets.keptOf(lacking.product()) / baskets.total();
        return new TasteScore(lacking.score(), lacking.repeat(), share, taste.version());
    }

    private static void add(
            Product product, TasteScore score, List<Anchor> basket, Situation situation, Gathering gathering) {
        Taste taste = situation.snapshot().taste();
        List<Anchor> speaking = basket.stream()
                .filter(anchor -> taste.weight(anchor.product().number(), product.number()) > 0)
                .sorted(Comparator.comparingDouble(
                                (Anchor anchor) -> taste.weight(anchor.product().number(), product.number()))
                        .reversed())
                .limit(MOST_ANCHORS)
                .toList();
        for (Anchor anchor : speaking) {
            Optional<String> need = anchor.needFor(product, situation.placement());
            if (need.isEmpty()) {
                gathering.drop(product, Drop.AFTER_PURCHASE);
            } else {
                gathering.add(product, link(anchor, product, score, need.get(), situation.baskets()));
            }
        }
    }

    private static Link link(Anchor anchor, Product product, TasteScore score, String need, BasketModel baskets) {
        return Link.byTaste(anchor.product(), baskets.pair(anchor.product().number(), product.number()), need, score);
    }

    /** What is consumed is bought again; of anything else one is enough. */
    private static Int2FloatMap repeats(Situation situation) {
        Int2FloatMap repeats = new Int2FloatOpenHashMap();
        for (Products.Owned owned : situation.products().owned()) {
            if (owned.product().consumable()) {
                double days = Duration.between(owned.time(), situation.time()).toSeconds() / SECONDS_OF_DAY;
                repeats.put(owned.product().number(), (float) RepeatTerm.USUAL.of(owned.orders(), days));
            }
        }
        return repeats;
    }
}
