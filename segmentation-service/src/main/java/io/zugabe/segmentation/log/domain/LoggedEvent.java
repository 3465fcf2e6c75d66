package io.zugabe.segmentation.log.domain;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * An event in the log.
 *
 * @param position its place; grows in the order of commits, with gaps
 * @param appendTime when it was appended
 * @param payload the event as the API carries it; read only, never consumed
 */
public record LoggedEvent(long position, Instant appendTime, ByteBuffer payload) {}
