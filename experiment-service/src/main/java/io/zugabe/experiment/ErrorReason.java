package io.zugabe.experiment;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why experiment-service refuses a call. */
public enum ErrorReason implements Reason {
    /** There is no experiment with this id. */
    EXPERIMENT_NOT_FOUND(Category.NOT_FOUND),
    /** The id is taken by another experiment. */
    EXPERIMENT_EXISTS(Category.ALREADY_EXISTS),
    /** The experiment's state does not allow this; the metadata name the states that do. */
    TRANSITION_NOT_ALLOWED(Category.FAILED_PRECONDITION),
    /** The experiment's state does not allow these fields to change so; the metadata name them. */
    CHANGE_NOT_ALLOWED(Category.FAILED_PRECONDITION),
    /** A running or paused experiment has a part of the layer's range already; the metadata name it. */
    LAYER_RANGE_TAKEN(Category.FAILED_PRECONDITION),
    /** As many experiments run or pause as may. */
    TOO_MANY_RUNNING(Category.FAILED_PRECONDITION),
    /** The experiment was changed since it was read. */
    ETAG_MISMATCH(Category.ABORTED),
    /** The running experiments have not been read yet. */
    NOT_LOADED_YET(Category.UNAVAILABLE);

    private final Category category;

    ErrorReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
