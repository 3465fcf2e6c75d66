package io.zugabe.recommendation.decision.domain;

/** Why a candidate is dropped. The names are stable: shops read them in traces. */
public enum Drop {
    AFTER_PURCHASE("is offered only some time after the purchase"),
    NOT_DUE("is consumed by this customer, who has enough of it for some time yet"),
    DOES_NOT_FIT("does not fit, or is not known to fit, what it would complement"),
    IS_HOST("is what the anchor is a part of: a battery is an extra for a camera, a camera is none for a battery"),
    IS_MAIN("is what the anchor is an extra for, by price, confidence and order of purchase"),
    REPLACES("would replace what it is to complement"),
    FITS_NOTHING_HERE("is a part of something, and fits nothing that the customer buys or owns"),
    OUTRANKED("serves a need for which the same relation leads to better ones"),
    OUT_OF_STOCK("is not in stock"),
    IS_ANCHOR("is what is to be complemented"),
    IN_CART("is in the cart"),
    OWNED("is owned already and not consumed"),
    VARIANT("is a variant of something that is bought or owned"),
    EXCLUDED("is excluded by the request"),
    KIND_NOT_WANTED("is of a kind that the request does not ask for"),
    TYPE_NOT_WANTED("is of a type that the request does not ask for"),
    KIND_NOT_ALLOWED("is of a kind that this customer is not offered"),
    TYPE_NOT_ALLOWED("is of a type that this customer is not offered"),
    NOT_TRIGGERED("is cross-selling, and the customer put nothing in the cart lately"),
    QUIET("was dismissed or bought too short a while ago"),
    NEED_QUIET("serves a need for which something was dismissed or bought a short while ago"),
    RETURN_RISK("comes back more often than usual"),
    ABOVE_CUSTOMER_LIMIT("costs more than this customer's limit"),
    NO_PRICE("has no price above zero"),
    ABOVE_MAX_PRICE("costs more than the request allows"),
    ABOVE_CART_SHARE("costs too much beside this cart for the checkout"),
    RETIRED("was seen here often enough, and nobody ever cared for it"),
    DOES_NOT_PAY("is expected to cost more than it brings in"),
    NEED_SERVED("serves a need that a better offer serves already"),
    VARIANT_OFFERED("is a variant of a better offer"),
    KIND_NOT_HERE("is of a kind that is not offered at this placement"),
    NOT_INCLUDED("is not among what the request includes, and nothing else may be offered"),
    BELOW_MIN_PRICE("costs less than the request or the placement asks for"),
    ABOVE_PRICE_RATIO("costs too much beside what it would complement or replace"),
    RATED_TOO_LOW("is not rated well, or not often, enough"),
    ABOVE_COMPETITOR("costs more than a competitor asks"),
    NOT_IN_REGION("is not sold where the customer is"),
    MINIMUM_AGE("is sold only to customers who are known to be older"),
    BREAKS_FIT("does not go with something that what it would replace goes with"),
    PART_MISSING("lacks a product that is in stock, may be offered and is not owned yet"),
    PARTS_DO_NOT_FIT("holds products that do not fit one another"),
    SAVES_NOTHING("costs no less than its products one by one"),
    SAMPLE_TOO_DEAR("costs the shop too much beside what it would come with"),
    CAP_REACHED("is one more of a brand, category or type than the list may hold"),
    ALREADY_OFFERED("is offered already, or a variant of it is, as an upgrade or a sample"),
    SLOT_TAKEN("is not the best of its kind, which has only so many places in a list"),
    LIST_FULL("ranks below the offers that the list has room for");

    private final String sentence;

    Drop(String sentence) {
        this.sentence = sentence;
    }

    /** What the product is or does, in English, to follow its name. */
    public String sentence() {
        return sentence;
    }
}
