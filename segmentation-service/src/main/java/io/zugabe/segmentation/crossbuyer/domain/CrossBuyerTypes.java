package io.zugabe.segmentation.crossbuyer.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Judges which of the four types a customer is. Member if all of these hold:
 *
 * <ol>
 *   <li>the customer bought in two categories or more, and in two months or more: a cross-buyer;
 *   <li>the behaviour was seen in two months or more: persistent, not chance;
 *   <li>the trait's lower bound lies above the border that 9 of 10 peers do not exceed; or the customer's
 *       contribution over the window is negative, the lower bound lies above the trait of half of the peers,
 *       and without what is above it there would be no loss. A loss alone does not say which behaviour made
 *       it, and may have been bad luck.
 * </ol>
 *
 * A spending limiter's spend moreover grows by less than the number of categories, whatever the peers' does.
 */
public final class CrossBuyerTypes {

    /** The trait of a customer whose spend grows just as the number of categories does. */
    private static final double IN_PROPORTION = 0;

    private CrossBuyerTypes() {}

    /** One judgement for each type, in their order. */
    public static List<Judgement> judge(PurchaseHistory history, CrossBuyerPopulation population) {
        return Arrays.stream(CrossBuyerType.values())
                .map(type -> judge(type, history, population))
                .toList();
    }

    private static Judgement judge(CrossBuyerType type, PurchaseHistory history, CrossBuyerPopulation population) {
        TraitDistribution peers = population.trait(type);
        Measurement measurement = population.measure(type, history);
        Posterior trait = peers.given(measurement);
        double border =
                type == CrossBuyerType.SPENDING_LIMITER ? Math.max(peers.border(), IN_PROPORTION) : peers.border();
        int seen = seen(type, history);
        boolean persistent = history.crossBuyer() && seen >= PurchaseHistory.LEAST_PERIODS;
        boolean member = persistent
                && !measurement.empty()
                && (trait.low() > border || makesTheLoss(type, history, trait, peers.median()));
        Evidence evidence = new Evidence(type, history, measurement.observed(), trait, border, population.currency());
        return new Judgement(
                type,
                member,
                measurement.observed(),
                trait.mean(),
                trait.low(),
                trait.high(),
                border,
                seen,
                measurement.empty() ? "" : evidence.english(),
                measurement.empty() ? "" : evidence.german());
    }

    private static int seen(CrossBuyerType type, PurchaseHistory history) {
        return history.periods(
                switch (type) {
                    case SERVICE_DEMANDER -> period -> period.serviceCost() > 0;
                    case REVENUE_REVERSER -> period -> period.returnedSales() > 0;
                    case PROMOTION_MAXIMIZER -> period -> period.discounts() > 0;
                    case SPENDING_LIMITER -> period -> period.orders() > 0;
                });
    }

    private static boolean makesTheLoss(CrossBuyerType type, PurchaseHistory history, Posterior trait, double usual) {
        double contribution = history.sum(Period::contribution);
        return contribution < 0
                && trait.low() > usual
                && contribution + (trait.mean() - usual) * lossPerTrait(type, history) >= 0;
    }

    /** What a trait higher by 1 costs the shop. */
    private static double lossPerTrait(CrossBuyerType type, PurchaseHistory history) {
        return switch (type) {
            case SERVICE_DEMANDER -> CrossBuyerPopulation.margin(history);
            case REVENUE_REVERSER -> Math.max(0, history.sum(Period::grossMargin));
            case PROMOTION_MAXIMIZER -> history.sum(Period::grossSales);
            // who does not spend more does not cost more
            case SPENDING_LIMITER -> 0;
        };
    }
}
