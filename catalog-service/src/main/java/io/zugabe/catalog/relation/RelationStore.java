package io.zugabe.catalog.relation;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.relation.domain.Relation;
import java.util.List;

/** Where relations are kept for good. */
public interface RelationStore {

    /** Inserts or replaces relations, no two with the same id; returns the position of the last, 0 if there were none. */
    Uni<Long> write(List<Relation> relations);

    /** Deletes a relation; returns the position of the deletion, 0 if there was no such relation. */
    Uni<Long> delete(String id);
}
