package io.zugabe.kit.error;

/** A stable reason of a failure, implemented by one enum per service. */
public interface Reason {

    /** The reason in UPPER_SNAKE_CASE, as sent in {@code google.rpc.ErrorInfo.reason}. */
    String name();

    /** What the caller can do about it. */
    Category category();
}
