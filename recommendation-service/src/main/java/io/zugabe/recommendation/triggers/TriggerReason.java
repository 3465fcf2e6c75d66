package io.zugabe.recommendation.triggers;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why a call about triggers, webhooks and due offers fails. */
public enum TriggerReason implements Reason {
    /** Somebody changed it since it was read. */
    CONCURRENT_CHANGE(Category.ABORTED),
    /** There is a webhook of this id. */
    WEBHOOK_EXISTS(Category.ALREADY_EXISTS),
    /** There is a webhook for this channel. */
    CHANNEL_TAKEN(Category.ALREADY_EXISTS),
    /** There are as many webhooks as may be. */
    TOO_MANY_WEBHOOKS(Category.RESOURCE_EXHAUSTED),
    /** There is no webhook of this id. */
    WEBHOOK_NOT_FOUND(Category.NOT_FOUND),
    /** There is no due offer of this id, or it is older than 30 days. */
    DUE_OFFER_NOT_FOUND(Category.NOT_FOUND),
    /** The due offer is not dead. */
    DUE_OFFER_NOT_DEAD(Category.FAILED_PRECONDITION);

    private final Category category;

    TriggerReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
