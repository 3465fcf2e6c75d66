package io.zugabe.recommendation.replica.domain;

import java.util.Arrays;

/**
 * What the fit table says of pairs of types, by the numbers that rows give them. Asked once of each pair and kept: types are
 * few, while of every decision some hundred pairs of products are looked at. Says what {@link FitTable} says of the types.
 */
final class TypeGates {

    /** Bits of an answer. */
    static final int FIRST_TAKES_SECOND = 1;

    static final int SECOND_TAKES_FIRST = 2;
    static final int FIRST_TAKES_PARTS = 4;
    private static final int KNOWN = 8;

    private final FitTable table;

    /** Two threads may both find an answer; it is the same. */
    private volatile byte[][] known = new byte[0][];

    TypeGates(FitTable table) {
        this.table = table;
    }

    /** Whether these are the gates of a table. */
    boolean isOf(FitTable other) {
        return table == other;
    }

    int of(int first, int second, ProductRows rows) {
        byte[][] types = known;
        if (first < types.length && second < types[first].length && types[first][second] != 0) {
            return types[first][second];
        }
        return ask(first, second, rows);
    }

    private synchronized int ask(int first, int second, ProductRows rows) {
        byte[][] types = known.clone();
        if (first >= types.length) {
            int before = types.length;
            types = Arrays.copyOf(types, first + 1);
            Arrays.fill(types, before, types.length, new byte[0]);
        }
        TypePath one = rows.typePath(first);
        TypePath other = rows.typePath(second);
        byte[] row = Arrays.copyOf(types[first], Math.max(types[first].length, second + 1));
        row[second] = (byte) (KNOWN
                | (table.gatedAs(one, other) ? FIRST_TAKES_SECOND : 0)
                | (table.gatedAs(other, one) ? SECOND_TAKES_FIRST : 0)
                | (table.isHost(one) ? FIRST_TAKES_PARTS : 0));
        types[first] = row;
        known = types;
        return row[second];
    }
}
