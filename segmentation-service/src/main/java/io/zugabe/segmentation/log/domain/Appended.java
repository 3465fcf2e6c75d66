package io.zugabe.segmentation.log.domain;

import java.util.BitSet;

/**
 * The outcome of one append.
 *
 * @param endPosition the last position of the log afterwards
 * @param fresh by place in what was handed in: true if appended, false if it was in the log already
 */
public record Appended(long endPosition, BitSet fresh) {}
