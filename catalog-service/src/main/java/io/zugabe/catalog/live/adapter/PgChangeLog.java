package io.zugabe.catalog.live.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.live.CatalogConfig;
import io.zugabe.catalog.live.ChangeLog;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.relation.adapter.RelationMessages;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.Relation;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The three tables read as one log. */
@Singleton
final class PgChangeLog implements ChangeLog {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String AFTER = """
            select * from (
                (select 'product' as kind, id, payload, position, deleted, update_time from product
                 where position > $1 order by position limit $2)
                union all
                (select 'relation', id, payload, position, deleted, update_time from relation
                 where position > $1 order by position limit $2)
                union all
                (select 'maker_statement', id, payload, position, deleted, update_time from maker_statement
                 where position > $1 order by position limit $2)
            ) as change order by position limit $2""";

    /** Each deletion is looked at again when its row is locked: a writer may have brought it back meanwhile. */
    private static final String FORGET = """
            with gone as (
                select 'product' as kind, id, position from product where deleted and update_time < now() - make_interval(secs => $1)
                union all
                select 'relation', id, position from relation where deleted and update_time < now() - make_interval(secs => $1)
                union all
                select 'maker_statement', id, position from maker_statement
                where deleted and update_time < now() - make_interval(secs => $1)),
            products as (
                delete from product using gone
                where kind = 'product' and product.id = gone.id and deleted and product.position = gone.position),
            relations as (
                delete from relation using gone
                where kind = 'relation' and relation.id = gone.id and deleted and relation.position = gone.position),
            statements as (
                delete from maker_statement as statement using gone
                where kind = 'maker_statement' and statement.id = gone.id and deleted
                    and statement.position = gone.position)
            update deletion_floor
            set position = greatest(position, coalesce((select max(position) from gone), 0))
            returning position""";

    private final Pool pool;
    private final CatalogConfig config;

    PgChangeLog(Pool pool, CatalogConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public List<Change> after(long position, int limit) {
        RowSet<Row> rows = pool.preparedQuery(AFTER)
                .execute(Tuple.of(position, limit))
                .await()
                .atMost(TIMEOUT);
        List<Change> changes = new ArrayList<>(rows.size());
        rows.forEach(row -> changes.add(toChange(row)));
        return changes;
    }

    @Override
    public long deletionFloor() {
        return pool.query("select position from deletion_floor")
                .execute()
                .await()
                .atMost(TIMEOUT)
                .iterator()
                .next()
                .getLong(0);
    }

    @Override
    public long forgetOldDeletions() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) config.deletionRetention().toSeconds()))
                .await()
                .atMost(TIMEOUT)
                .iterator()
                .next()
                .getLong(0);
    }

    private static Change toChange(Row row) {
        String id = row.getString("id");
        long position = row.getLong("position");
        boolean deleted = row.getBoolean("deleted");
        OffsetDateTime time = row.getOffsetDateTime("update_time");
        try {
            return switch (row.getString("kind")) {
                case "product" ->
                    deleted
                            ? new Change.ProductDeleted(position, id, time.toInstant())
                            : new Change.ProductWritten(
                                    position,
                                    ProductMessages.toProduct(Product.parseFrom(payload(row))),
                                    time.toInstant());
                case "relation" ->
                    deleted
                            ? new Change.RelationDeleted(position, id)
                            : new Change.RelationWritten(
                                    position, RelationMessages.toRelation(Relation.parseFrom(payload(row))));
                default ->
                    deleted
                            ? new Change.StatementDeleted(position, id)
                            : new Change.StatementWritten(
                                    position, StatementMessages.toStatement(MakerStatement.parseFrom(payload(row))));
            };
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the stored " + row.getString("kind") + " " + id + " is damaged", e);
        }
    }

    private static byte[] payload(Row row) {
        return row.getBuffer("payload").getBytes();
    }
}
