package io.zugabe.kit.error;

/** Reasons that every service shares. */
public enum KitReason implements Reason {
    /** Fields of the request are invalid; each is listed. */
    INVALID_REQUEST(Category.INVALID_ARGUMENT),
    /** The service has not started yet. */
    STARTING(Category.UNAVAILABLE),
    /** A store that the call needs is away. */
    STORE_UNAVAILABLE(Category.UNAVAILABLE),
    /** More work is waiting than may wait. */
    OVERLOADED(Category.RESOURCE_EXHAUSTED),
    /** The call took longer than it may. */
    TIMEOUT(Category.DEADLINE_EXCEEDED),
    /** A defect of the service; details are in its log under the request id. */
    INTERNAL_ERROR(Category.INTERNAL);

    private final Category category;

    KitReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
