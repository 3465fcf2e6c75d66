package io.zugabe.recommendation.insight.domain;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * Counts summed up for every level of {@link Acceptance}. What came without its source has no expectation, and counts in the
 * products' levels only.
 */
final class LevelSums {

    /** Where the counts of a combination stand, from 1. */
    final Long2IntOpenHashMap rows;

    final int[] shown;
    final int[] interested;
    final int[] kept;

    /** By placement, of offers whose source is known. */
    final double[] shownAt = new double[Acceptance.PLACEMENTS];

    final double[] keptAt = new double[Acceptance.PLACEMENTS];
    final double[] expectedAt = new double[Acceptance.PLACEMENTS];

    /** By placement, of all offers. */
    final long[] allAt = new long[Acceptance.PLACEMENTS];

    final long[] interestedAt = new long[Acceptance.PLACEMENTS];

    /** By source × {@link Acceptance#PLACEMENTS} + placement. */
    final double[] shownBy;

    final double[] keptBy;
    final double[] expectedBy;

    LevelSums(int cells, int sources) {
        rows = new Long2IntOpenHashMap(cells * 2);
        shown = new int[cells * 3 + 1];
        interested = new int[shown.length];
        kept = new int[shown.length];
        shownBy = new double[(sources + 1) * Acceptance.PLACEMENTS];
        keptBy = new double[shownBy.length];
        expectedBy = new double[shownBy.length];
    }

    /** Adds the counts of a cell to its segment, to its anchor type and to its product at the placement. */
    void add(long key, int seen, int cared, int taken) {
        int product = Cells.product(key);
        int placement = Cells.placement(key);
        addRow(key, seen, cared, taken);
        addRow(Cells.key(product, Cells.type(key), placement, Cells.ANY_SEGMENT), seen, cared, taken);
        addRow(Cells.key(product, Cells.ANY_TYPE, placement, Cells.ANY_SEGMENT), seen, cared, taken);
    }

    /** Adds them to the placement and to the source there. */
    void addLevels(int placement, int source, int seen, int cared, int taken, double expected) {
        allAt[placement] += seen;
        interestedAt[placement] += cared;
        if (source != Acceptance.UNKNOWN) {
            shownAt[placement] += seen;
            keptAt[placement] += taken;
            expectedAt[placement] += expected;
            int at = source * Acceptance.PLACEMENTS + placement;
            shownBy[at] += seen;
            keptBy[at] += taken;
            expectedBy[at] += expected;
        }
    }

    /**
     * Takes views off that do not count any more: an offer that is made again has to prove itself like a new one. How
     * they were spread over segments is not known any more, so each gives up the same share.
     *
     * @param offer product, anchor type and placement, all segments
     * @param views in which nobody cared for it
     */
    void forget(long offer, long views) {
        int row = rows.get(offer);
        int forgotten = (int) Math.min(views, shown[row]);
        if (forgotten == 0) {
            return;
        }
        double left = 1 - (double) forgotten / shown[row];
        for (int segment = 0; segment < Cells.ANY_SEGMENT; segment++) {
            int of = rows.get(Cells.key(Cells.product(offer), Cells.type(offer), Cells.placement(offer), segment));
            shown[of] = Math.max(kept[of], (int) Math.round(shown[of] * left));
        }
        shown[row] -= forgotten;
        shown[rows.get(Cells.key(Cells.product(offer), Cells.ANY_TYPE, Cells.placement(offer), Cells.ANY_SEGMENT))] -=
                forgotten;
    }

    private void addRow(long key, int seen, int cared, int taken) {
        int row = rows.get(key);
        if (row == 0) {
            row = rows.size() + 1;
            rows.put(key, row);
        }
        shown[row] += seen;
        interested[row] += cared;
        kept[row] += taken;
    }
}
