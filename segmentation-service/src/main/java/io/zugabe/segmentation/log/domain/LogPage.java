package io.zugabe.segmentation.log.domain;

import java.util.List;

/**
 * A run of the log.
 *
 * @param events oldest first
 * @param position everything up to here is in {@code events} or was filtered out
 */
public record LogPage(List<LoggedEvent> events, long position) {}
