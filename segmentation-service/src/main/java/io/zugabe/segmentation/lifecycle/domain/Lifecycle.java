package io.zugabe.segmentation.lifecycle.domain;

/** Where a customer is in their life with the shop. */
public enum Lifecycle {
    /** No order yet. */
    PROSPECT,
    /** First order within the latest 60 days, and no second one. */
    NEW,
    /** Orders at their own pace. */
    ACTIVE,
    /** Without an order for longer than 9 of 10 of their own gaps last. */
    LAPSING,
    /** Without an order for longer than 99 of 100 of their own gaps last, and for 60 days at least. */
    LOST
}
