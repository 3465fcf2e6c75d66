package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import java.time.Instant;

/** One committed change of the catalog. Changes are ordered by position, across all kinds. */
public sealed interface Change {

    /** The change's place in the order of commits, 1 or more. */
    long position();

    /** A product was written. */
    record ProductWritten(long position, Product product, Instant time) implements Change {}

    /** A product was deleted. */
    record ProductDeleted(long position, String id, Instant time) implements Change {}

    /** A relation was written. */
    record RelationWritten(long position, Relation relation) implements Change {}

    /** A relation was deleted. */
    record RelationDeleted(long position, String id) implements Change {}

    /** A maker statement was written. */
    record StatementWritten(long position, MakerStatement statement) implements Change {}

    /** A maker statement was deleted. */
    record StatementDeleted(long position, String id) implements Change {}

    /** A type was declared at run time. */
    record TypeWritten(long position, TypeDeclaration type) implements Change {}

    /** What was declared of a type at run time was deleted. */
    record TypeDeleted(long position, String type) implements Change {}

    /** A version of a rule was written. */
    record RuleWritten(long position, RuleVersion version) implements Change {}

    /**
     * A draft of a rule was deleted.
     *
     * @param id as {@link RuleVersion#id()}
     */
    record RuleDeleted(long position, String id) implements Change {}

    /** A dispute was written. It is never deleted. */
    record DisputeWritten(long position, Dispute dispute) implements Change {}
}
