package io.zugabe.segmentation.log.domain;

/**
 * What became of one batch; everything in it is durable.
 *
 * @param position the log contains the whole batch at or before this position; 0 for an empty batch
 * @param appended number of events appended
 * @param duplicates number of events that were in the log already, or earlier in the batch
 */
public record Acknowledgement(long position, int appended, int duplicates) {}
