package io.zugabe.segmentation;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why segmentation-service refuses a call. */
public enum SegmentationReason implements Reason {
    /** Nothing is known about the customer or visitor. */
    PROFILE_NOT_FOUND(Category.NOT_FOUND),
    /** The position lies behind the end of the log: the subscriber has followed another log. */
    POSITION_BEYOND_END(Category.FAILED_PRECONDITION),
    /** The log is another one than the subscriber's position belongs to. */
    LOG_REPLACED(Category.FAILED_PRECONDITION),
    /** More events wait to be appended than may wait. */
    LOG_OVERLOADED(Category.RESOURCE_EXHAUSTED),
    /** The service shuts down; another instance, or this one later, goes on. */
    SHUTTING_DOWN(Category.UNAVAILABLE);

    private final Category category;

    SegmentationReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
