package io.zugabe.catalog.fit;

import io.zugabe.catalog.live.domain.CatalogEntry;

/** A product and how it fits the anchor. */
public record FittingEntry(CatalogEntry entry, PairAnswer answer) {}
