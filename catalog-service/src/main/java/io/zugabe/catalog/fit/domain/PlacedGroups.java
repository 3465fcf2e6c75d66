package io.zugabe.catalog.fit.domain;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The fit groups of one type with their places in a table, side by side, so that going through them reads memory in its
 * order. One thread adds; any number read.
 */
final class PlacedGroups {

    private static final int SMALLEST = 8;

    private volatile Added added = new Added(new FitGroup[SMALLEST], new int[SMALLEST], 0);

    void add(FitGroup group, int place) {
        Added before = added;
        int size = before.size();
        boolean full = size == before.places().length;
        FitGroup[] groups = full ? Arrays.copyOf(before.groups(), size * 2) : before.groups();
        int[] places = full ? Arrays.copyOf(before.places(), size * 2) : before.places();
        groups[size] = group;
        places[size] = place;
        added = new Added(groups, places, size + 1);
    }

    /** Those added until now. */
    Added added() {
        return added;
    }

    /**
     * The groups added until some moment.
     *
     * @param size how many; later ones may follow in the arrays
     */
    record Added(FitGroup[] groups, int[] places, int size) {

        List<FitGroup> asList() {
            return Collections.unmodifiableList(Arrays.asList(groups).subList(0, size));
        }
    }
}
