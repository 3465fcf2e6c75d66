package io.zugabe.recommendation.sessions.domain;

import java.util.Arrays;

/**
 * For each product how many sessions have it, and the latest of them: a row has the number of sessions,
 * then the sessions, ascending. One thread at a time.
 */
final class Postings {

    private final RowsWriter rows = new RowsWriter();
    private final int sample;

    /**
     * @param sample most sessions named per product; all are counted
     */
    Postings(int sample) {
        this.sample = sample;
    }

    /** A session has a product that it did not have before. */
    void add(int product, int session) {
        int[] row = rows.at(product);
        if (row.length == 0) {
            rows.put(product, new int[] {1, session});
            return;
        }
        int at = -Arrays.binarySearch(row, 1, row.length, session) - 1;
        int dropped = row.length > sample ? 1 : 0;
        int[] grown;
        if (dropped == 1 && at == 1) {
            grown = row.clone();
        } else {
            grown = new int[row.length + 1 - dropped];
            System.arraycopy(row, 1 + dropped, grown, 1, at - 1 - dropped);
            grown[at - dropped] = session;
            System.arraycopy(row, at, grown, at + 1 - dropped, row.length - at);
        }
        grown[0] = row[0] + 1;
        rows.put(product, grown);
    }

    /** A session that had a product is gone. */
    void remove(int product, int session) {
        int[] row = rows.at(product);
        int at = Arrays.binarySearch(row, 1, row.length, session);
        if (row[0] == 1) {
            rows.put(product, Rows.EMPTY);
            return;
        }
        int[] rest = at < 0 ? row.clone() : new int[row.length - 1];
        if (at >= 0) {
            System.arraycopy(row, 1, rest, 1, at - 1);
            System.arraycopy(row, at + 1, rest, at, row.length - at - 1);
        }
        rest[0] = row[0] - 1;
        rows.put(product, rest);
    }

    Rows publish() {
        return rows.publish();
    }

    void clear() {
        rows.clear();
    }
}
