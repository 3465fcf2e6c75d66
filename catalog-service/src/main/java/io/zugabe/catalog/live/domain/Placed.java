package io.zugabe.catalog.live.domain;

/**
 * Something with the position of its last write.
 *
 * @param position 1 or more
 */
public record Placed<T>(long position, T value) {}
