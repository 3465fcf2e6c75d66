package io.zugabe.recommendation.decision;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why a call of the recommendation service fails. */
public enum RecommendationReason implements Reason {
    /** There is no such decision, or it was made more than 24 hours ago. */
    DECISION_NOT_FOUND(Category.NOT_FOUND),
    /** The tracking token is none that this service made. */
    TRACKING_TOKEN_INVALID(Category.INVALID_ARGUMENT),
    /** The offer was made too long ago for feedback. */
    OFFER_TOO_OLD(Category.FAILED_PRECONDITION),
    /** The event log refuses the feedback. */
    FEEDBACK_REFUSED(Category.INVALID_ARGUMENT),
    /** The event log cannot be reached. */
    LOG_UNAVAILABLE(Category.UNAVAILABLE),
    /** The catalog cannot block a pair now. */
    DISPUTE_UNAVAILABLE(Category.UNAVAILABLE),
    /** There is no such retired offer. */
    RETIREMENT_NOT_FOUND(Category.NOT_FOUND),
    /** Someone else changed the placement's rules since they were read. */
    PLACEMENT_CHANGED(Category.ABORTED),
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
