package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Who changed what, noted in the transaction of the change. */
public final class PgChanges {

    private static final String NOTE =
            "insert into trigger_change (actor, action, target, detail) values ($1, $2, $3, $4)";

    private PgChanges() {}

    public static Uni<Void> note(SqlConnection transaction, String actor, String action, String target, String detail) {
        return transaction
                .preparedQuery(NOTE)
                .execute(Tuple.of(actor, action, target, detail))
                .replaceWithVoid();
    }
}
