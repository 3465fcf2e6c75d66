package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.Months;
import io.zugabe.segmentation.log.domain.LogMonth;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Months as partitions of {@code event_log}. */
@ApplicationScoped
class PostgresMonths implements Months {

    private static final String LIST =
            "select month, after_position, until_position, archive, dropped from log_segment order by month";

    private static final String EVENTS = "select count(*) from event_log where month = $1";

    private static final String DERIVED = "select min(position) from projection";

    private static final String ERASURES = "select max(erasures) from projection";

    private static final String ARCHIVED = """
            update log_segment set archive = $2
            where month = $1 and $3 = (select max(erasures) from projection)""";

    /** Dropping a partition keeps everybody from the log, if only shortly: rather try again than wait in front of them. */
    private static final String DROP = "set local lock_timeout = '2s'; drop table if exists %s";

    private static final String DROPPED = "update log_segment set dropped = true where month = $1";

    private static final String UNCOUNT = """
            update log_head set events = events - $2
            where exists (select 1 from log_segment where month = $1 and archive is null and not dropped)""";

    private static final String FORGET = "delete from event_identity where position > $1 and position <= $2";

    private static final long FORGOTTEN_AT_ONCE = 100_000;

    private final Pool pool;

    PostgresMonths(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<LogMonth>> list() {
        return pool.preparedQuery(LIST).execute().map(rows -> {
            List<LogMonth> months = new ArrayList<>();
            rows.forEach(row -> months.add(month(row)));
            return months;
        });
    }

    private static LogMonth month(Row row) {
        return new LogMonth(row.getLocalDate(0), row.getLong(1), row.getLong(2), row.getString(3), row.getBoolean(4));
    }

    @Override
    public Uni<Long> events(LogMonth month) {
        return pool.preparedQuery(EVENTS)
                .execute(Tuple.of(month.month()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Long> derived() {
        return pool.preparedQuery(DERIVED)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Long> erasures() {
        return pool.preparedQuery(ERASURES)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Boolean> archived(LogMonth month, String archive, long erasures) {
        return pool.preparedQuery(ARCHIVED)
                .execute(Tuple.of(month.month(), archive, erasures))
                .map(noted -> noted.rowCount() == 1);
    }

    /** Identities go first: should this end half-way, the month is not dropped yet, and all is done again. */
    @Override
    public Uni<Void> drop(LogMonth month) {
        return events(month)
                .call(() -> forget(month.after(), Objects.requireNonNull(month.until())))
                .chain(events -> pool.withTransaction(connection -> connection
                        .query(DROP.formatted(NewMonth.partition(month.month())))
                        .execute()
                        .chain(() -> connection.preparedQuery(UNCOUNT).execute(Tuple.of(month.month(), events)))
                        .chain(() -> connection.preparedQuery(DROPPED).execute(Tuple.of(month.month())))))
                .replaceWithVoid();
    }

    /** In steps, because a long transaction would keep the database from tidying up. */
    private Uni<Void> forget(long after, long until) {
        if (after >= until) {
            return Uni.createFrom().voidItem();
        }
        long end = Math.min(until, after + FORGOTTEN_AT_ONCE);
        return pool.preparedQuery(FORGET).execute(Tuple.of(after, end)).chain(() -> forget(end, until));
    }
}
