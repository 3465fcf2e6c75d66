package io.zugabe.recommendation.decision;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why a call of the recommendation service fails. */
public enum RecommendationReason implements Reason {
    /** There is no such decision, or it was made more than 24 hours ago. */
    DECISION_NOT_FOUND(Category.NOT_FOUND),
    /** The first snapshot of the catalog has not arrived yet. */
    CATALOG_NOT_READY(Category.UNAVAILABLE);

    private final Category category;

    RecommendationReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
