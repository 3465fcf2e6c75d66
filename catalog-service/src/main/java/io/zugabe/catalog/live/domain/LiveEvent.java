package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.relation.domain.Relation;
import java.util.List;

/** What followers of the catalog in memory are told. */
public sealed interface LiveEvent {

    /** The change's position, or the position at which the table was built. */
    long position();

    /** A product is new or changed. */
    record ProductChanged(long position, CatalogEntry entry) implements LiveEvent {}

    /** A product is gone. */
    record ProductGone(long position, String id) implements LiveEvent {}

    /** A relation is new or changed. */
    record RelationChanged(long position, Relation relation) implements LiveEvent {}

    /** A relation is gone. */
    record RelationGone(long position, String id) implements LiveEvent {}

    /** A dispute is new or changed. */
    record DisputeChanged(long position, Dispute dispute) implements LiveEvent {}

    /**
     * A new fit table is in force.
     *
     * @param regrouped products that are in another group than before
     * @param reread relations whose selectors are read otherwise than before
     */
    record TableReplaced(long position, FitTable table, List<CatalogEntry> regrouped, List<RelationChanged> reread)
            implements LiveEvent {}
}
