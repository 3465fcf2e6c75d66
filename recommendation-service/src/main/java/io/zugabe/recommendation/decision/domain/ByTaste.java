package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.taste.domain.RepeatTerm;
import io.zugabe.recommendation.taste.domain.Taste;
import io.zugabe.recommendation.taste.domain.Taste.Lacking;
import it.unimi.dsi.fastutil.ints.Int2FloatMap;
import it.unimi.dsi.fastutil.ints.Int2FloatMaps;
import it.unimi.dsi.fastutil.ints.Int2FloatOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.time.Duration;
import java.util.ArrayList;
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

    /** The list is a dozen at most, and what must not be offered to this customer does not count. */
    private static final int MOST_FOUND = 40;

    /** One order in a hundred: less may be chance. */
    private static final float LEAST_SCORE = 0.01f;

    /** The products of the basket that speak most for a candidate; each is an anchor that it may have to fit. */
    private static final int MOST_ANCHORS = 3;

    private static final double SECONDS_OF_DAY = 86_400;

    private ByTaste() {}

    static void find(List<Anchor> anchors, Situation situation, Eligibility eligibility, Gathering gathering) {
        List<Anchor> basket = new ArrayList<>(anchors.size());
        IntArrayList numbers = new IntArrayList(anchors.size());
        for (Anchor anchor : anchors) {
            if (isOfBasket(anchor.product(), situation)) {
                basket.add(anchor);
                numbers.add(anchor.product().number());
            }
        }
        Taste taste = situation.snapshot().taste();
        BasketModel baskets = situation.baskets();
        Collected collected = new Collected(basket, situation);
        List<Lacking> lacking = taste.lacking(
                numbers,
                repeats(situation),
                MOST_FOUND,
                LEAST_SCORE,
                (number, score, repeat) -> score - repeat >= LEAST_SCORE
                        && score - repeat > share(number, baskets)
                        && eligibility.admits(number)
                        && fitsAny(number, basket, situation, gathering)
                        && !isReplaced(number, collected, situation, gathering));
        for (Lacking each : lacking) {
            Product product = situation.catalog().product(each.product());
            if (product != null) {
                TasteScore score =
                        new TasteScore(each.score(), each.repeat(), share(each.product(), baskets), taste.version());
                add(product, score, basket, situation, gathering);
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

    /** Of all orders that hold it: what stands out is held by more of those like this one. */
    private static double share(int number, BasketModel baskets) {
        return baskets.total() == 0 ? 0 : (double) baskets.keptOf(number) / baskets.total();
    }

    /** What fits nothing in the basket takes nobody's place. */
    private static boolean fitsAny(int number, List<Anchor> basket, Situation situation, Gathering gathering) {
        Product product = situation.catalog().product(number);
        if (product == null) {
            return false;
        }
        for (Anchor anchor : basket) {
            if (gathering.passes(product, anchor.product())) {
                return true;
            }
            gathering.noteMisfit(product, anchor.product(), Link.Source.TASTE);
        }
        return false;
    }

    private static boolean isReplaced(int number, Collected collected, Situation situation, Gathering gathering) {
        Product product = situation.catalog().product(number);
        if (product == null || !collected.isReplaced(product)) {
            return false;
        }
        gathering.drop(product, Drop.REPLACES);
        return true;
    }

    private static void add(
            Product product, TasteScore score, List<Anchor> basket, Situation situation, Gathering gathering) {
        Taste taste = situation.snapshot().taste();
        for (Anchor anchor : speaking(product, basket, taste)) {
            if (!gathering.takes(product, anchor.product())) {
                continue;
            }
            Optional<String> need = anchor.needFor(product, situation.placement());
            if (need.isEmpty()) {
                gathering.drop(product, Drop.AFTER_PURCHASE);
            } else {
                gathering.add(product, link(anchor, product, score, need.get(), situation.baskets()));
            }
        }
    }

    /** The few whose weight is highest, of equal ones the first. */
    private static List<Anchor> speaking(Product product, List<Anchor> basket, Taste taste) {
        if (basket.size() == 1) {
            return basket;
        }
        return basket.stream()
                .filter(anchor -> taste.weight(anchor.product().number(), product.number()) > 0)
                .sorted(Comparator.comparingDouble(
                                (Anchor anchor) -> taste.weight(anchor.product().number(), product.number()))
                        .reversed())
                .limit(MOST_ANCHORS)
                .toList();
    }

    private static Link link(Anchor anchor, Product product, TasteScore score, String need, BasketModel baskets) {
        return Link.byTaste(anchor.product(), baskets.pair(anchor.product().number(), product.number()), need, score);
    }

    /** What is consumed is bought again; of anything else one is enough. */
    private static Int2FloatMap repeats(Situation situation) {
        Int2FloatMap repeats = Int2FloatMaps.EMPTY_MAP;
        for (Products.Owned owned : situation.products().owned()) {
            if (owned.product().consumable()) {
                double days = Duration.between(owned.time(), situation.time()).toSeconds() / SECONDS_OF_DAY;
                repeats = repeats.isEmpty() ? new Int2FloatOpenHashMap() : repeats;
                repeats.put(owned.product().number(), (float) RepeatTerm.USUAL.of(owned.orders(), days));
            }
        }
        return repeats;
    }
}
