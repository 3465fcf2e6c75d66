package io.zugabe.segmentation.uplift.domain;

/**
 * What the shop pays for an offer, in its currency.
 *
 * @param contact for making it, to whomever; at least 0
 * @param incentive for what comes with it, to be paid for all who then buy, also for those who would have bought
 *     anyway; at least 0
 */
public record OfferCost(double contact, double incentive) {

    public OfferCost {
        if (!(contact >= 0 && incentive >= 0)) {
            throw new IllegalArgumentException(
                    "an offer costs " + contact + " and " + incentive + "; neither may be below 0");
        }
    }

    /** Expected to be paid for a customer who buys with a probability once the offer is made. */
    double expected(double probability) {
        return contact + incentive * Math.max(0, probability);
    }
}
