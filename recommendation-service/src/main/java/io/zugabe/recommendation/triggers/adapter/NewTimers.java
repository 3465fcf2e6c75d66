package io.zugabe.recommendation.triggers.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.triggers.domain.Timer;
import java.util.List;

/** Timers that something other than the log starts, within its transaction; those that are there already stay. */
public final class NewTimers {

    private static final String ADD = "insert into due_timer (" + Rows.COLUMNS + """
            ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (subject, kind, object) do nothing""";

    private NewTimers() {}

    /** The same timer for everyone; returns for how many it is new. */
    public static Uni<Integer> add(List<String> subjects, Timer timer, SqlConnection transaction) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<Tuple> rows =
                subjects.stream().map(subject -> Rows.columns(subject, timer)).toList();
        return transaction.preparedQuery(ADD).executeBatch(rows).map(NewTimers::inserted);
    }

    /** One result per row of the batch. */
    private static int inserted(RowSet<Row> results) {
        int inserted = 0;
        for (RowSet<Row> result = results; result != null; result = result.next()) {
            inserted += result.rowCount();
        }
        return inserted;
    }
}
