package io.zugabe.catalog.relation.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.zugabe.catalog.live.adapter.CommitOrder;
import io.zugabe.catalog.live.adapter.PayloadTable;
import io.zugabe.catalog.relation.RelationStore;
import io.zugabe.catalog.relation.domain.Relation;
import jakarta.inject.Singleton;
import java.util.List;

/** Relations in PostgreSQL. */
@Singleton
final class PgRelationStore implements RelationStore {

    private static final PayloadTable RELATIONS = new PayloadTable("relation");

    private final Pool pool;

    PgRelationStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> write(List<Relation> relations) {
        List<String> ids = relations.stream().map(Relation::id).toList();
        List<byte[]> payloads = relations.stream()
                .map(relation -> RelationMessages.toMessage(relation).toByteArray())
                .toList();
        return pool.withTransaction(transaction ->
                CommitOrder.await(transaction).chain(() -> RELATIONS.upsert(transaction, ids, payloads)));
    }

    @Override
    public Uni<Long> delete(String id) {
        return pool.withTransaction(
                transaction -> CommitOrder.await(transaction).chain(() -> RELATIONS.delete(transaction, id)));
    }
}
