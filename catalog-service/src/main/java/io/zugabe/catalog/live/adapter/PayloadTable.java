package io.zugabe.catalog.live.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of keyed payloads with positions and tombstones. Call only after {@link CommitOrder#await}. */
public final class PayloadTable {

    private final String select;
    private final String upsert;
    private final String delete;

    /**
     * @param table a name from this code, never from a request
     */
    public PayloadTable(String table) {
        this(table, "");
    }

    /**
     * @param table a name from this code, never from a request
     * @param cleared likewise, a column of the table that every write and deletion sets to null
     */
    public static PayloadTable clearing(String table, String cleared) {
        return new PayloadTable(table, ", " + cleared + " = null");
    }

    private PayloadTable(String table, String alsoSet) {
        this.select = "select id, position from " + table + " where id = any($1) and not deleted";
        this.upsert = """
                insert into %s (id, payload, position, deleted, update_time)
                select id, payload, nextval('catalog_position'), false, now()
                from unnest($1::text[], $2::bytea[]) with ordinality as sent(id, payload, place)
                order by place
                on conflict (id) do update set payload = excluded.payload, position = excluded.position,
                    deleted = false, update_time = excluded.update_time%s
                returning position""".formatted(table, alsoSet);
        this.delete = """
                update %s set payload = null, deleted = true, update_time = now(),
                    position = nextval('catalog_position')%s
                where id = $1 and not deleted
                returning position""".formatted(table, alsoSet);
    }

    /** The positions of those ids that exist. */
    public Uni<Map<String, Long>> positions(SqlConnection transaction, List<String> ids) {
        return transaction
                .preparedQuery(select)
                .execute(Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(PayloadTable::toPositions);
    }

    /** Inserts or replaces; returns the highest position drawn, 0 if there was nothing to write. */
    public Uni<Long> upsert(SqlConnection transaction, List<String> ids, List<byte[]> payloads) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        io.vertx.sqlclient.Tuple values = io.vertx.sqlclient.Tuple.tuple()
                .addArrayOfString(ids.toArray(String[]::new))
                .addArrayOfBuffer(payloads.stream().map(Buffer::buffer).toArray(Buffer[]::new));
        return transaction
                .preparedQuery(upsert)
                .execute(Tuple.newInstance(values))
                .map(rows -> highest(rows));
    }

    /** Deletes; returns the position of the deletion, 0 if there was nothing to delete. */
    public Uni<Long> delete(SqlConnection transaction, String id) {
        return transaction.preparedQuery(delete).execute(Tuple.of(id)).map(rows -> highest(rows));
    }

    private static Map<String, Long> toPositions(RowSet<Row> rows) {
        Map<String, Long> positions = new HashMap<>();
        rows.forEach(row -> positions.put(row.getString(0), row.getLong(1)));
        return positions;
    }

    private static long highest(RowSet<Row> rows) {
        Optional<Long> highest = Optional.empty();
        for (Row row : rows) {
            long position = row.getLong(0);
            highest = Optional.of(Math.max(position, highest.orElse(0L)));
        }
        return highest.orElse(0L);
    }
}
