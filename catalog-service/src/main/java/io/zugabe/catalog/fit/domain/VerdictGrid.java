package io.zugabe.catalog.fit.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Answers by ordinals of host and part for one pair of types. Grows by doubling. One thread writes; the
 * volatile write of the outer array publishes what was written into rows, and a reader that comes too
 * early sees null.
 */
final class VerdictGrid {

    private static final int SMALLEST = 8;

    private volatile @Nullable FitAnswer[][] rows = new FitAnswer[0][];

    @Nullable
    FitAnswer get(int host, int part) {
        @Nullable FitAnswer[][] current = rows;
        if (host >= current.length) {
            return null;
        }
        @Nullable FitAnswer[] row = current[host];
        return row == null || part >= row.length ? null : row[part];
    }

    void put(int host, int part, FitAnswer answer) {
        @Nullable FitAnswer[][] current = rows;
        if (host >= current.length) {
            current = Arrays.copyOf(current, Math.max(SMALLEST, Math.max(host + 1, current.length * 2)));
        }
        @Nullable FitAnswer[] row = current[host];
        if (row == null) {
            row = new FitAnswer[Math.max(SMALLEST, part + 1)];
        } else if (part >= row.length) {
            row = Arrays.copyOf(row, Math.max(part + 1, row.length * 2));
        }
        row[part] = answer;
        current[host] = row;
        rows = current;
    }
}
