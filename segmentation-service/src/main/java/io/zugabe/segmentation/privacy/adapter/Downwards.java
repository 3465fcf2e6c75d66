package io.zugabe.segmentation.privacy.adapter;

import io.zugabe.kit.paging.PageRequest;

/** Lists that begin with the latest: the sort key of a page's end is a number, and the next page lies below it. */
final class Downwards {

    private Downwards() {}

    /** The page's entries have numbers below this one. */
    static long from(PageRequest page) {
        return page.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(page.after());
    }
}
