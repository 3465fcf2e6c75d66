package io.zugabe.recommendation.incentives;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why a call about incentives fails. */
public enum IncentiveReason implements Reason {
    /** Somebody changed it since it was read. */
    CONCURRENT_CHANGE(Category.ABORTED),
    /** There is no incentive of this id. */
    INCENTIVE_NOT_FOUND(Category.NOT_FOUND),
    /** There are as many incentives as may be. */
    TOO_MANY_INCENTIVES(Category.RESOURCE_EXHAUSTED),
    /** What comes with the offer cannot be redeemed in this order. */
    INCENTIVE_NOT_REDEEMABLE(Category.FAILED_PRECONDITION);

    private final Category category;

    IncentiveReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
