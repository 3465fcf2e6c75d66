package io.zugabe.segmentation.profile.domain;

/** Whose fault a return is. */
public enum ReturnCause {
    /** The customer's choice: not wanted, does not fit, anything else, not said. */
    CUSTOMER,
    /** The shop's or the product's: defective, not as described, late. */
    SHOP,
    /** The order was cancelled before it was sent: nothing came back. */
    CANCELLED
}
