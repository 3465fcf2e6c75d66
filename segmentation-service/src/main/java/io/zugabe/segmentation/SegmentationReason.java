package io.zugabe.segmentation;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why segmentation-service refuses a call. */
public enum SegmentationReason implements Reason {
    /** Nothing is known about the customer or visitor. */
    PROFILE_NOT_FOUND(Category.NOT_FOUND),
    /** The position lies behind the end of the log: the subscriber has followed another log. */
    POSITION_BEYOND_END(Category.FAILED_PRECONDITION),
    /** The events after the position have left the database, and their archive cannot be read. */
    POSITION_ARCHIVED(Category.FAILED_PRECONDITION),
    /** The log is another one than the subscriber's position belongs to. */
    LOG_REPLACED(Category.FAILED_PRECONDITION),
    /** There is no such model. */
    MODEL_NOT_FOUND(Category.NOT_FOUND),
    /** The model's card says that it may not be published. */
    MODEL_NOT_EARNED(Category.FAILED_PRECONDITION),
    /** No model of the kind is in force. */
    MODEL_NOT_IN_FORCE(Category.FAILED_PRECONDITION),
    /** Another version is in force than the one to take back. */
    MODEL_NOT_PUBLISHED(Category.FAILED_PRECONDITION),
    /** There is no such training run. */
    TRAINING_RUN_NOT_FOUND(Category.NOT_FOUND),
    /** More trainings wait than may wait. */
    TRAINING_QUEUE_FULL(Category.RESOURCE_EXHAUSTED),
    /** The data do not allow to train. */
    TRAINING_DATA_INSUFFICIENT(Category.FAILED_PRECONDITION),
    /** There is no such data set. */
    DATASET_NOT_FOUND(Category.NOT_FOUND),
    /** The data set has other features. */
    DATASET_FEATURES_DIFFER(Category.FAILED_PRECONDITION),
    /** The data set has all the rows that it may have. */
    DATASET_FULL(Category.RESOURCE_EXHAUSTED),
    /** There is no such segment. */
    SEGMENT_NOT_FOUND(Category.NOT_FOUND),
    /** There is a segment of this id. */
    SEGMENT_EXISTS(Category.ALREADY_EXISTS),
    /** The segment comes with the service and cannot be changed. */
    SEGMENT_BUILT_IN(Category.FAILED_PRECONDITION),
    /** The segment has no draft. */
    SEGMENT_HAS_NO_DRAFT(Category.FAILED_PRECONDITION),
    /** Another version of the segment is in force, or none. */
    SEGMENT_NOT_IN_FORCE(Category.FAILED_PRECONDITION),
    /** The treatment policy asks for the segment. */
    SEGMENT_IN_USE(Category.FAILED_PRECONDITION),
    /** The segment's expression names features that are gone. */
    SEGMENT_DOES_NOT_COMPILE(Category.FAILED_PRECONDITION),
    /** There are as many segments as there may be. */
    TOO_MANY_SEGMENTS(Category.RESOURCE_EXHAUSTED),
    /** There is no such version of the treatment policy. */
    TREATMENT_POLICY_NOT_FOUND(Category.NOT_FOUND),
    /** A version of the treatment policy names features or segments that are gone. */
    TREATMENT_POLICY_DOES_NOT_COMPILE(Category.FAILED_PRECONDITION),
    /** Somebody else changed it since it was read. */
    CONCURRENT_CHANGE(Category.ABORTED),
    /** More events wait to be appended than may wait. */
    LOG_OVERLOADED(Category.RESOURCE_EXHAUSTED),
    /** There is no such target group. */
    TARGET_GROUP_NOT_FOUND(Category.NOT_FOUND),
    /** There is a target group of this id. */
    TARGET_GROUP_EXISTS(Category.ALREADY_EXISTS),
    /** There are as many target groups as there may be. */
    TOO_MANY_TARGET_GROUPS(Category.RESOURCE_EXHAUSTED),
    /** The definition of the target group is another one than the one that the caller began with. */
    TARGET_GROUP_CHANGED(Category.FAILED_PRECONDITION),
    /** Fewer customers than may be shown or exported. */
    GROUP_TOO_SMALL(Category.FAILED_PRECONDITION),
    /** There is no erasure of this id. */
    ERASURE_NOT_FOUND(Category.NOT_FOUND),
    /** Too many links and merges are not in the profiles yet to know who is the same person. */
    PROFILES_BEHIND(Category.UNAVAILABLE),
    /** More reads wait to be noted than may wait. */
    AUDIT_OVERLOADED(Category.RESOURCE_EXHAUSTED),
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
