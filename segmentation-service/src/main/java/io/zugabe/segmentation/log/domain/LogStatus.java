package io.zugabe.segmentation.log.domain;

import java.util.UUID;

/**
 * Which log this is, and how far it is.
 *
 * @param logId made at random once, when the log was created; positions mean something in this log only
 * @param endPosition the last position; 0 if the log is empty
 * @param events number of events in it
 */
public record LogStatus(UUID logId, long endPosition, long events) {}
