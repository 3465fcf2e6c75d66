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
    /** Nothing was declared of the type at run time. */
    TYPE_NOT_FOUND(Category.NOT_FOUND),
    /** Types or rules in force need what is declared of the type. */
    TYPE_IN_USE(Category.FAILED_PRECONDITION),
    /** There is no such rule, or no such version of it. */
    RULE_NOT_FOUND(Category.NOT_FOUND),
    /** The version was published. */
    RULE_NOT_DRAFT(Category.FAILED_PRECONDITION),
    /** No version that was published at run time is in force, or another than the caller takes to be. */
    RULE_NOT_IN_FORCE(Category.FAILED_PRECONDITION),
    /** Tests of the rule fail. */
    RULE_TESTS_FAILED(Category.FAILED_PRECONDITION),
    /** Types changed since the rule was created; it does not compile any more. */
    RULE_DOES_NOT_COMPILE(Category.FAILED_PRECONDITION),
    /** As many types or versions of rules as may be declared at run time are. */
    TOO_MANY_DECLARED(Category.FAILED_PRECONDITION),
    /** Others' changes of types and rules kept overtaking this one. */
    CONCURRENT_CHANGE(Category.ABORTED),
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
