package io.zugabe.recommendation.decision.domain;

/**
 * What a shop sets about decisions.
 *
 * @param marginRate share of the price that is margin where the cost is unknown, in [0, 1]
 * @param handlingCost what a return costs, in the shop's currency
 * @param returnRate the usual share of sold products that come back, in [0, 1]
 * @param curatedAcceptance acceptance of a curated complement of strength 1 that nobody has bought yet, in [0, 1]
 * @param priorWeight number of baskets that the assumptions above weigh as much as
 * @param candidatesPerRelation most products taken from one relation or one product's neighbours
 * @param attentionCost what it costs to show an offer to somebody who does not want it, in the shop's currency
 * @param checkoutShare most that offers at the checkout may cost together, as share of the cart
 * @param packRatio a larger pack costs at most so many times what the smaller one does
 */
public record Settings(
        double marginRate,
        double handlingCost,
        double returnRate,
        double curatedAcceptance,
        double priorWeight,
        int candidatesPerRelation,
        double attentionCost,
        double checkoutShare,
        double packRatio) {

    /** With the usual ratio of packs. */
    public Settings(
            double marginRate,
            double handlingCost,
            double returnRate,
            double curatedAcceptance,
            double priorWeight,
            int candidatesPerRelation,
            double attentionCost,
            double checkoutShare) {
        this(
                marginRate,
                handlingCost,
                returnRate,
                curatedAcceptance,
                priorWeight,
                candidatesPerRelation,
                attentionCost,
                checkoutShare,
                4);
    }

    /** What the service starts with. */
    public static final Settings DEFAULT = new Settings(0.3, 2.5, 0.05, 0.1, 20, 100, 0.01, 0.25);
}
