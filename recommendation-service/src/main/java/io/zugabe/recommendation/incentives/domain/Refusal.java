package io.zugabe.recommendation.incentives.domain;

/** Why an incentive cannot be redeemed. */
public enum Refusal {
    NO_INCENTIVE("nothing comes with this offer"),
    PREVIEW("the offer was made in a preview, or for another time than its own: nothing was promised"),
    EXPIRED("its time is over"),
    REDEEMED("it was redeemed in another order"),
    PRODUCT_MISSING("the order does not hold the offered product"),
    ANCHOR_MISSING("the order does not hold the product that the offer complements"),
    BASKET_TOO_SMALL("the order is worth less than the incentive's minimum basket"),
    CUSTOMER_LIMIT("the customer has redeemed it as often as they may"),
    NOT_STACKABLE("another incentive is redeemed in this order that it may not be combined with"),
    BUDGET_SPENT("what was set aside for it is spent");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** To follow "cannot be redeemed:". */
    public String sentence() {
        return sentence;
    }
}
