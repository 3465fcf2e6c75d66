package io.zugabe.recommendation.decision.domain;

/** Why an offer comes without an incentive. The names are stable: shops read them in traces. */
enum NoIncentive {
    TREATMENT("the customer's treatment does not allow it"),
    BUYS_AT_DISCOUNT_ONLY("the customer buys at a discount only, and would be given what they pay themselves"),
    NOT_VALID_NOW("its time has not come or is over"),
    NO_BUDGET("no money is left, or set aside here, for it"),
    PLACEMENT("it is not for this placement"),
    NOT_A_MEMBER("it is for members"),
    SEGMENT("it is for other segments"),
    CUSTOMER_TYPE("it is for other kinds of customers"),
    CUSTOMER_LIMIT("the customer has redeemed it as often as they may"),
    KIND("offers of this kind have a price of their own"),
    PRODUCT("it is for other products"),
    COST_UNKNOWN("the product's cost is not known, so that it cannot be told what is left"),
    NO_ANCHOR("there is nothing that the product could be bought in a bundle with"),
    GIFT("the gift is not there, is in the cart, has no known cost, or is not known to fit"),
    BASKET_TOO_SMALL("the cart would be worth too little"),
    BELOW_FLOOR("every level would leave less than the margin floor"),
    NO_UPLIFT("no level is expected to bring more than making the offer without it"),
    NOT_STACKABLE("it may not be combined with what comes with a better offer"),
    CONTROL("it is deliberately not given, to see what it changes");

    private final String sentence;

    NoIncentive(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
