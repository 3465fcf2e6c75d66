package io.zugabe.segmentation.log.domain;

/**
 * How far the log is.
 *
 * @param endPosition the last position; 0 if the log is empty
 * @param events number of events in it
 */
public record LogStatus(long endPosition, long events) {}
