package io.zugabe.recommendation.campaigns;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why a call about campaigns fails. */
public enum CampaignReason implements Reason {
    /** There is no campaign of this id. */
    CAMPAIGN_NOT_FOUND(Category.NOT_FOUND),
    /** There is a campaign of this id. */
    CAMPAIGN_EXISTS(Category.ALREADY_EXISTS),
    /** There are as many campaigns as may be. */
    TOO_MANY_CAMPAIGNS(Category.RESOURCE_EXHAUSTED),
    /** The campaign has ended for good. */
    CAMPAIGN_ENDED(Category.FAILED_PRECONDITION),
    /** Somebody changed it since it was read. */
    CONCURRENT_CHANGE(Category.ABORTED);

    private final Category category;

    CampaignReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
