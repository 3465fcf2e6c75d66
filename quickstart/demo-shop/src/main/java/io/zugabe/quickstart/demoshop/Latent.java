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
        double crossBuy = odds.around(1, 0.25);
        double returns = odds.around(0.05, 0.5);
        double contacts = odds.around(0.07, 0.6);
        long cost = Math.round(odds.around(850, 0.2));
        double coupons = odds.normal(0.14, 0.08, 0, 0.45);
        double depth = odds.normal(0.09, 0.02, 0.05, 0.15);
        double thrift = odds.around(0.5, 0.4);
        return switch (type) {
            case LOYAL ->
                new Latent(
                        type,
                        3 + odds.poisson(1.6),
                        odds.poisson(1),
                        odds.poisson(0.4),
                        crossBuy * 1.2,
                        returns,
                        contacts,
                        cost,
                        coupons,
                        depth,
                        thrift,
                        NO_LIMIT);
            case NORMAL ->
                new Latent(
                        type,
                        1 + odds.poisson(1.2),
                        odds.poisson(1),
                        odds.poisson(0.15),
                        crossBuy,
                        returns,
                        contacts,
                        cost,
                        coupons,
                        depth,
                        thrift,
                        NO_LIMIT);
            case PROSPECT ->
                new Latent(
                        type,
                        0,
                        1 + odds.poisson(1.2),
                        0,
                        crossBuy,
                        returns,
                        contacts,
                        cost,
                        coupons,
                        depth,
                        thrift,
                        NO_LIMIT);
            case SERVICE_DEMANDER ->
                new Latent(
                        type,
                        4 + odds.poisson(2),
                        odds.poisson(1),
                        odds.poisson(0.3),
                        crossBuy,
                        returns,
                        odds.around(2.0, 0.25),
                        Math.round(odds.around(2400, 0.2)),
                        coupons,
                        depth,
                        thrift,
                        NO_LIMIT);
            case REVENUE_REVERSER ->
                new Latent(
                        type,
                        5 + odds.poisson(2),
                        odds.poisson(1),
                        0,
                        crossBuy * 1.1,
                        odds.normal(0.65, 0.1, 0.4, 0.9),
                        contacts * 1.5,
                        cost,
                        coupons,
                        depth,
                        thrift,
                        NO_LIMIT);
            case PROMOTION_MAXIMIZER ->
                new Latent(
                        type,
                        5 + odds.poisson(2),
                        1 + odds.poisson(1),
                        odds.poisson(0.3),
                        crossBuy,
                        returns,
                        contacts,
                        cost,
                        odds.normal(0.92, 0.05, 0.75, 1),
                        odds.normal(0.24, 0.04, 0.15, 0.35),
                        thrift * 1.4,
                        NO_LIMIT);
            case SPENDING_LIMITER ->
                new Latent(
                        type,
                        11 + odds.poisson(3),
                        odds.poisson(1),
                        0,
                        crossBuy,
                        returns,
                        contacts,
                        cost,
                        coupons,
                        depth,
                        thrift,
                        Math.round(odds.around(13_000, 0.35)));
        };
    }
}
