package io.zugabe.catalog;

import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.Reason;

/** Why the catalog refuses. */
public enum CatalogReason implements Reason {
    /** There is no such product. */
    PRODUCT_NOT_FOUND(Category.NOT_FOUND),
    /** There is no such relation. */
    RELATION_NOT_FOUND(Category.NOT_FOUND),
    /** There is no such maker statement. */
    STATEMENT_NOT_FOUND(Category.NOT_FOUND),
    /** There is no such dispute. */
    DISPUTE_NOT_FOUND(Category.NOT_FOUND),
    /** Someone else wrote the product or dispute in between. */
    ETAG_MISMATCH(Category.ABORTED),
    /** The follower of a stream takes its messages too slowly. */
    FOLLOWER_TOO_SLOW(Category.RESOURCE_EXHAUSTED);

    private final Category category;

    CatalogReason(Category category) {
        this.category = category;
    }

    @Override
    public Category category() {
        return category;
    }
}
