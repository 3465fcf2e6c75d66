package io.zugabe.recommendation.sessions.adapter;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.sessions.KeptSession;
import io.zugabe.recommendation.sessions.SessionChanges;
import io.zugabe.recommendation.upstream.Reached;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions in the database. Pages that have changed and the position that is reached with them are one
 * transaction. The index follows from the log alone, so replicas that share the database have equal pages
 * at equal positions: whoever comes with an older position need not write.
 */
@Singleton
public class SessionStore {

    private static final int PAGES_AT_ONCE = 20;

    private static final String READ_POSITION = "select position, log_id, generation from session_position";
    private static final String LOCK_POSITION = READ_POSITION + " for update";
    private static final String MOVE_POSITION = "update session_position set position = $1, log_id = $2";
    private static final String FORGET_POSITION =
            "update session_position set position = 0, log_id = '', generation = generation + 1";
    private static final String FORGET = "truncate session_page";
    private static final String PUT = """
            insert into session_page (page, sessions) values ($1, $2)
            on conflict (page) do update set sessions = excluded.sessions""";
    private static final String DROP = "delete from session_page where page < $1";
    private static final String READ = "select page, sessions from session_page where page > $1 order by page limit $2";

    private final Pool pool;

    public SessionStore(Pool pool) {
        this.pool = pool;
    }

    /** How far which log is in the pages. */
    Uni<Reached> reached() {
        return pool.query(READ_POSITION).execute().map(SessionStore::reached);
    }

    /** Some pages after a page, in order; empty at the end. */
    Uni<Pages> pages(int after) {
        return pool.preparedQuery(READ).execute(Tuple.of(after, PAGES_AT_ONCE)).map(rows -> {
            int last = after;
            List<KeptSession> sessions = new ArrayList<>();
            for (Row row : rows) {
                last = row.getInteger(0);
                sessions.addAll(SessionPage.read(row.getBuffer(1).getBytes()));
            }
            return new Pages(last, sessions);
        });
    }

    /** Writes what has changed, unless another replica has come further or has begun anew with another log. */
    Uni<Void> save(SessionChanges changes) {
        return pool.withTransaction(connection -> lock(connection)
                .chain(stored -> isBehind(stored, changes.reached())
                        ? write(changes, connection)
                        : Uni.createFrom().voidItem()));
    }

    /**
     * Forgets everything, unless another replica has done so already.
     *
     * @param generation that is given up
     * @return from where to go on: the start
     */
    Uni<Reached> forget(long generation) {
        return pool.withTransaction(connection -> lock(connection)
                .chain(now -> now.generation() != generation
                        ? Uni.createFrom().item(new Reached(0, "", now.generation()))
                        : connection
                                .query(FORGET)
                                .execute()
                                .chain(() -> connection.query(FORGET_POSITION).execute())
                                .replaceWith(new Reached(0, "", generation + 1))));
    }

    private static boolean isBehind(Reached stored, Reached reached) {
        return stored.generation() == reached.generation()
                && stored.position() < reached.position()
                && !stored.isOfAnotherLogThan(reached.log());
    }

    private static Uni<Void> write(SessionChanges changes, SqlConnection connection) {
        return Multi.createFrom()
                .iterable(changes.pages().entrySet())
                .onItem()
                .transformToUniAndConcatenate(page -> connection
                        .preparedQuery(PUT)
                        .execute(Tuple.of(page.getKey(), Buffer.buffer(SessionPage.write(page.getValue())))))
                .collect()
                .last()
                .chain(() -> connection.preparedQuery(DROP).execute(Tuple.of(changes.firstPage())))
                .chain(() -> connection
                        .preparedQuery(MOVE_POSITION)
                        .execute(Tuple.of(
                                changes.reached().position(), changes.reached().log())))
                .replaceWithVoid();
    }

    private static Uni<Reached> lock(SqlConnection connection) {
        return connection.query(LOCK_POSITION).execute().map(SessionStore::reached);
    }

    private static Reached reached(RowSet<Row> rows) {
        Row row = rows.iterator().next();
        return new Reached(row.getLong("position"), row.getString("log_id"), row.getLong("generation"));
    }

    /**
     * Some pages.
     *
     * @param last the number of the last of them
     */
    record Pages(int last, List<KeptSession> sessions) {}
}
