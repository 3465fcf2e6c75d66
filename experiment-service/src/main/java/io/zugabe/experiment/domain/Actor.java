package io.zugabe.experiment.domain;

/**
 * Who asked for a change.
 *
 * @param principal who they say to be; "unknown" if they do not say
 * @param requestId the id of their call, as in the logs
 */
public record Actor(String principal, String requestId) {}
