package io.zugabe.catalog.live.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.live.CatalogConfig;
import io.zugabe.catalog.live.ChangeLog;
import io.zugabe.catalog.live.adapter.LoggedTable.Placing;
import io.zugabe.catalog.live.domain.Change;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** All tables of {@link LoggedTable} read as one log. */
@Singleton
final class PgChangeLog implements ChangeLog {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final String AFTER = forEachTable("""
                    (select '%1$s' as kind, id, payload, %2$s as overlay, position, deleted, update_time
                     from %1$s
                     where position > $1 order by position limit $2)""", " union all ") + " order by position limit $2";

    /** Each deletion is looked at again when its row is locked: a writer may have brought it back meanwhile. */
    private static final String FORGET =
            "with gone as (" + forEachTable("""
                    select '%1$s' as kind, id, position from %1$s
                    where deleted and update_time < now() - make_interval(secs => $1)""", " union all ") + "), " + forEachTable("""
                    forgotten_%1$s as (
                        delete from %1$s using gone
                        where kind = '%1$s' and %1$s.id = gone.id and deleted and %1$s.position = gone.position)""", ", ") + """
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
        LoggedTable table = LoggedTable.named(row.getString("kind"));
        Placing placing = new Placing(
                row.getLong("position"), row.getOffsetDateTime("update_time").toInstant());
        if (row.getBoolean("deleted")) {
            return table.deletion(placing, id);
        }
        Buffer overlay = row.getBuffer("overlay");
        try {
            return table.writing(
                    placing, row.getBuffer("payload").getBytes(), overlay == null ? new byte[0] : overlay.getBytes());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("the stored " + table.tableName() + " " + id + " is damaged", e);
        }
    }

    private static String forEachTable(String sql, String separator) {
        return Arrays.stream(LoggedTable.values())
                .map(table -> sql.formatted(table.tableName(), table.overlay()))
                .collect(Collectors.joining(separator));
    }
}
