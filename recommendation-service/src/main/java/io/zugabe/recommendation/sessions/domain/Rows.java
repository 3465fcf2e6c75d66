package io.zugabe.recommendation.sessions.domain;

import org.jspecify.annotations.Nullable;

/**
 * An array of rows of numbers that never changes. It lies in pages, so that a next version shares all
 * pages but those in which something changed.
 */
final class Rows {

    static final int PAGE_BITS = 9;
    static final int PAGE = 1 << PAGE_BITS;

    /** No rows. */
    static final Rows NONE = new Rows(new int[0][][]);

    static final int[] EMPTY = new int[0];

    private final int[] @Nullable [] @Nullable [] pages;

    Rows(int[] @Nullable [] @Nullable [] pages) {
        this.pages = pages;
    }

    /** The row at an index, not to be changed; empty where none was put. */
    int[] at(int index) {
        return at(pages, index);
    }

    static int[] at(int[] @Nullable [] @Nullable [] pages, int index) {
        int number = index >>> PAGE_BITS;
        int[] @Nullable [] page = number < pages.length ? pages[number] : null;
        int[] row = page == null ? null : page[index & PAGE - 1];
        return row == null ? EMPTY : row;
    }
}
