package io.zugabe.catalog.fit;

import io.zugabe.catalog.live.domain.CatalogEntry;

/** A product and how it fits the anchor. */
public record FittingEntry(CatalogEntry entry, PairAnswer answer) {

    /** Sorts by verdict, type and id. Types and ids contain no space, which sorts before all that they contain. */
    String sortKey() {
        int rank = switch (answer.verdict()) {
            case FITS -> 0;
            case FITS_WITH_LIMITS -> 1;
            case DOES_NOT_FIT -> 2;
            case UNKNOWN -> 3;
        };
        return rank + " " + entry.product().type() + " " + entry.product().id();
    }
}
