package io.zugabe.quickstart.demoshop;

import java.util.List;

/**
 * What drives a customer and cannot be seen from outside.
 *
 * @param type what kind of customer this is
 * @param purchases purchases set out for in a year, without repeats
 * @param browses visits in a year that are only meant to look
 * @param habits consumables bought again and again
 * @param crossBuy multiplies the chance of every need
 * @param returnChance chance that a bought unit comes back although it fits, in [0, 1]
 * @param contacts mean number of service cases per order
 * @param contactCost mean cost of a case, euro cents
 * @param couponChance chance that an order is placed with a coupon, in [0, 1]
 * @param couponDepth share of the price that the coupon takes off, in [0, 1]
 * @param thrift how strongly a high price deters; 0 is not at all
 * @param waveBudget what is spent in one wave of purchases, euro cents; {@link #NO_LIMIT} if nothing limits it
 */
public record Latent(
        ShopperType type,
        int purchases,
        int browses,
        int habits,
        double crossBuy,
        double returnChance,
        double contacts,
        long contactCost,
        double couponChance,
        double couponDepth,
        double thrift,
        long waveBudget) {

    /** No limit on spending. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    static Latent draw(Odds odds) {
        ShopperType type = odds.pick(List.of(ShopperType.values()), ShopperType::share);
        Latent usual = usual(type, odds);
        return switch (type) {
            case NORMAL -> usual.shops(1 + odds.poisson(1.2), odds.poisson(1), odds.poisson(0.15));
            case LOYAL -> usual.shops(3 + odds.poisson(1.6), odds.poisson(1), odds.poisson(0.4));
            case PROSPECT -> usual.shops(0, 1 + odds.poisson(1.2), 0);
            case SERVICE_DEMANDER ->
                usual.shops(4 + odds.poisson(2), odds.poisson(1), odds.poisson(0.3))
                        .calls(odds.around(2.0, 0.25), Math.round(odds.around(2400, 0.2)));
            case REVENUE_REVERSER ->
                usual.shops(5 + odds.poisson(2), odds.poisson(1), 0).returns(odds.normal(0.65, 0.1, 0.4, 0.9));
            case PROMOTION_MAXIMIZER ->
                usual.shops(5 + odds.poisson(2), 1 + odds.poisson(1), odds.poisson(0.3))
                        .saves(odds.normal(0.92, 0.05, 0.75, 1), odds.normal(0.24, 0.04, 0.15, 0.35));
            case SPENDING_LIMITER ->
                usual.shops(11 + odds.poisson(3), odds.poisson(1), 0).limits(Math.round(odds.around(13_000, 0.35)));
        };
    }

    /** What people of every type vary in. */
    private static Latent usual(ShopperType type, Odds odds) {
        return new Latent(
                type,
                0,
                0,
                0,
                odds.around(type == ShopperType.LOYAL ? 1.2 : 1, 0.25),
                odds.around(0.05, 0.5),
                odds.around(0.07, 0.6),
                Math.round(odds.around(850, 0.2)),
                odds.normal(0.14, 0.08, 0, 0.45),
                odds.normal(0.09, 0.02, 0.05, 0.15),
                odds.around(0.5, 0.4),
                NO_LIMIT);
    }

    private Latent shops(int buys, int looks, int again) {
        return new Latent(
                type,
                buys,
                looks,
                again,
                crossBuy,
                returnChance,
                contacts,
                contactCost,
                couponChance,
                couponDepth,
                thrift,
                waveBudget);
    }

    private Latent calls(double perOrder, long cost) {
        return new Latent(
                type,
                purchases,
                browses,
                habits,
                crossBuy,
                returnChance,
                perOrder,
                cost,
                couponChance,
                couponDepth,
                thrift,
                waveBudget);
    }

    private Latent returns(double chance) {
        return new Latent(
                type,
                purchases,
                browses,
                habits,
                crossBuy,
                chance,
                contacts,
                contactCost,
                couponChance,
                couponDepth,
                thrift,
                waveBudget);
    }

    private Latent saves(double chance, double depth) {
        return new Latent(
                type,
                purchases,
                browses,
                habits,
                crossBuy,
                returnChance,
                contacts,
                contactCost,
                chance,
                depth,
                thrift,
                waveBudget);
    }

    private Latent limits(long budget) {
        return new Latent(
                type,
                purchases,
                browses,
                habits,
                crossBuy,
                returnChance,
                contacts,
                contactCost,
                couponChance,
                couponDepth,
                thrift,
                budget);
    }
}
