package io.zugabe.kit.error;

import io.grpc.Status;

/** What a caller can do about a failure. */
public enum Category {
    /** Correct the request. */
    INVALID_ARGUMENT(Status.Code.INVALID_ARGUMENT),
    /** Ask for something that exists. */
    NOT_FOUND(Status.Code.NOT_FOUND),
    /** Choose another identifier. */
    ALREADY_EXISTS(Status.Code.ALREADY_EXISTS),
    /** Bring the resource into another state first. */
    FAILED_PRECONDITION(Status.Code.FAILED_PRECONDITION),
    /** Read again, then write again: someone else wrote in between. */
    ABORTED(Status.Code.ABORTED),
    /** Come back later, and slower. */
    RESOURCE_EXHAUSTED(Status.Code.RESOURCE_EXHAUSTED),
    /** Come back later. */
    UNAVAILABLE(Status.Code.UNAVAILABLE),
    /** Allow more time. */
    DEADLINE_EXCEEDED(Status.Code.DEADLINE_EXCEEDED),
    /** Nothing: it is our defect. */
    INTERNAL(Status.Code.INTERNAL);

    private final Status.Code code;

    Category(Status.Code code) {
        this.code = code;
    }

    /** The canonical gRPC code. */
    public Status.Code code() {
        return code;
    }
}
