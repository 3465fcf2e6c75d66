package io.zugabe.catalog.live.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Makes the order of positions the order of commits: one writer at a time, from here to its commit. */
public final class CommitOrder {

    /** Any number that nobody else in this database locks. */
    public static final long LOCK = 7_210_459_001L;

    private CommitOrder() {}

    /** Waits for its turn. Call first in a transaction that draws positions. */
    public static Uni<SqlConnection> await(SqlConnection transaction) {
        return transaction
                .preparedQuery("select 1 from pg_advisory_xact_lock($1)")
                .execute(Tuple.of(LOCK))
                .replaceWith(transaction);
    }
}
