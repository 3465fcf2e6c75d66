package io.zugabe.recommendation.incentives.domain;

import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something that may come with offers. Amounts in micros of the shop's currency.
 *
 * @param levels the least first
 * @param hold how long what was promised can be redeemed
 * @param limitedTime whether customers are told until when
 * @param products what it may come with: what any of them selects; empty for every product
 * @param minimumBasket 0 for any
 * @param giftProduct empty unless it is a gift
 * @param unitCost of a loyalty point or of shipping an order; 0 otherwise
 * @param marginFloor what must be left of the price of one unit
 * @param dailyBudget 0 if only the total bounds it
 * @param mostPerCustomer 0 for any number
 * @param stackingClass at most one incentive of a class is given in a list and redeemed in an order
 * @param exclusive no other is given in the same list or redeemed in the same order
 * @param trialShare share of decisions in which it is tried, in [0, 0.5]
 */
public record Incentive(
        String id,
        IncentiveType type,
        LocalizedText name,
        List<Level> levels,
        Instant begin,
        Instant end,
        Duration hold,
        boolean limitedTime,
        Audience audience,
        List<Selector> products,
        long minimumBasket,
        String giftProduct,
        long unitCost,
        long marginFloor,
        long totalBudget,
        long dailyBudget,
        int mostPerCustomer,
        String stackingClass,
        boolean exclusive,
        double trialShare) {

    private static final int PERCENT = 100;

    public Incentive {
        levels = List.copyOf(levels);
        products = List.copyOf(products);
    }

    /** Whether it may come with a product. */
    public boolean covers(Product product) {
        if (products.isEmpty()) {
            return true;
        }
        for (Selector selector : products) {
            if (selector.matches(product)) {
                return true;
            }
        }
        return false;
    }

    /** The end of what is promised at a time. */
    public Instant validUntil(Instant time) {
        Instant held = time.plus(hold);
        return held.isAfter(end) ? end : held;
    }

    /**
     * What one unit costs the customer, rounded down so that they get no less than promised.
     *
     * @param step the currency's smallest amount, in micros
     */
    public long priceAfter(Level level, long price, long step) {
        if (!type.lowersPrice()) {
            return price;
        }
        return switch (level.benefit()) {
            case Benefit.Percent percent -> {
                long rest = PERCENT - percent.percent();
                long exact = price / PERCENT * rest + price % PERCENT * rest / PERCENT;
                yield exact - Math.floorMod(exact, step);
            }
            case Benefit.Amount amount -> Math.max(0, price - amount.micros());
            case Benefit.Points ignored -> price;
            case Benefit.Gift ignored -> price;
        };
    }

    /**
     * What it costs the shop if one unit is bought with it.
     *
     * @param giftCost what the gift costs; 0 unless it is one
     */
    public long cost(Level level, long price, long giftCost, long step) {
        if (type.lowersPrice()) {
            return price - priceAfter(level, price, step);
        }
        return switch (level.benefit()) {
            case Benefit.Percent percent -> Math.ceilDiv(unitCost * percent.percent(), PERCENT);
            case Benefit.Amount amount -> amount.micros();
            case Benefit.Points points -> Math.multiplyExact(points.points(), unitCost);
            case Benefit.Gift ignored -> giftCost;
        };
    }
}
