package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.relation.domain.Relation;
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

    /** A dispute was written. It is never deleted. */
    record DisputeWritten(long position, Dispute dispute) implements Change {}
}
