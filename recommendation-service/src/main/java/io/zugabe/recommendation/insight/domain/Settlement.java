package io.zugabe.recommendation.insight.domain;

import java.util.List;
import java.util.Map;

/**
 * What changes when something becomes known.
 *
 * @param offers that are new or changed
 * @param lines that are new or changed
 * @param counts by how much they change
 */
public record Settlement(List<KeptOffer> offers, List<KeptLine> lines, Map<CellKey, Counts> counts) {}
