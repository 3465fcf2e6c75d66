package io.zugabe.recommendation.sessions.domain;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@link Rows}. Rows are replaced, never changed; a page is copied when something is put into it
 * for the first time since the last publication. One thread at a time.
 */
final class RowsWriter {

    private int[] @Nullable [] @Nullable [] pages = new int[1][][];
    private final BitSet own = new BitSet();

    /** The row at an index, not to be changed; empty where none was put. */
    int[] at(int index) {
        return Rows.at(pages, index);
    }

    void put(int index, int[] row) {
        int number = index >>> Rows.PAGE_BITS;
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, pages.length * 3 / 2));
        }
        ownPage(number)[index & Rows.PAGE - 1] = row;
    }

    /** All rows as they are now. */
    Rows publish() {
        own.clear();
        return new Rows(pages.clone());
    }

    void clear() {
        pages = new int[1][][];
        own.clear();
    }

    private int[] @Nullable [] ownPage(int number) {
        int[] @Nullable [] page = pages[number];
        if (page == null || !own.get(number)) {
            page = page == null ? new int[Rows.PAGE][] : page.clone();
            pages[number] = page;
            own.set(number);
        }
        return page;
    }
}
