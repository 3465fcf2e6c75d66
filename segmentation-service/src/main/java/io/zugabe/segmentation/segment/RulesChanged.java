package io.zugabe.segmentation.segment;

/**
 * Segments or the treatment policy changed in this replica's memory, so that customers are to be assessed
 * again. Every replica says so for itself.
 *
 * @param revision grows with every change
 */
public record RulesChanged(long revision) {}
