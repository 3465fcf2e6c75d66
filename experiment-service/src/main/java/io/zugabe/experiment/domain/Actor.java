package io.zugabe.experiment.domain;

/**
 * Who asked for a change.
 *
 * @param principal who they are; "unknown" until callers are authenticated
 * @param requestId the id of their call, as in the logs
 */
public record Actor(String principal, String requestId) {

    /** A caller of whom only the call is known. */
    public static Actor unknown(String requestId) {
        return new Actor("unknown", requestId);
    }
}
