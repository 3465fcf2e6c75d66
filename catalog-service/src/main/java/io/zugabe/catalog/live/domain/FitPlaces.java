package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.Verdict;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A fit table, and where each product stands in it. The two are replaced together, so that a place is never looked up
 * in another table. One thread writes; any number read.
 */
public final class FitPlaces {

    private static final int SMALLEST = 1_024;

    private final FitTable table;
    private final int[] places;

    FitPlaces(FitTable table) {
        this(table, new int[SMALLEST]);
    }

    private FitPlaces(FitTable table, int[] places) {
        this.table = table;
        this.places = places;
    }

    /** The table. */
    public FitTable table() {
        return table;
    }

    /** The same places in another table, to be corrected before anybody sees them. */
    FitPlaces in(FitTable other) {
        return new FitPlaces(other, places.clone());
    }

    /** Room for a product with a number. */
    FitPlaces holding(int ordinal) {
        return ordinal < places.length
                ? this
                : new FitPlaces(
                        table, Arrays.copyOf(places, Math.max(ordinal + 1, places.length + (places.length >> 2))));
    }

    void put(int ordinal, @Nullable FitGroup group) {
        places[ordinal] = table.placeOf(group);
    }

    /**
     * The verdict of rules and makers about two products by their numbers in the fit index, whichever is host and whichever
     * part; null if only their groups can tell, or if one came later.
     */
    public @Nullable Verdict verdict(int one, int other) {
        return Math.max(one, other) < places.length ? table.verdictAt(places[one], places[other]) : null;
    }
}
