package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The log in PostgreSQL. The row of {@code log_head} is the lock that makes position order commit order. */
@ApplicationScoped
class PostgresEventLog implements EventLog {

    /** A filtered read looks at this many positions at most, so that a rare kind does not scan the whole log. */
    private static final long WIDEST_FILTERED_READ = 50_000;

    /**
     * The first column says up to where the log is no longer here. It is read in the same snapshot as the
     * events: a month that leaves meanwhile is never taken for one without events.
     */
    private static final String READ = """
            select kept.after, read.position, read.append_time, read.payload
            from (select coalesce(max(until_position), 0) as after from log_segment where dropped) as kept
            left join lateral (
                select position, append_time, payload
                from (
                    select position, append_time, payload,
                        sum(octet_length(payload)) over (order by position rows unbounded preceding)
                            - octet_length(payload) as bytes_before
                    from (
                        select position, append_time, payload from event_log
                        where position > $1 and position <= $2 and ($3::smallint[] is null or kind = any ($3))
                        order by position limit $4
                    ) as page
                ) as measured
                where bytes_before < $5
            ) as read on true
            order by read.position""";

    private static final String STATUS = "select log_id, end_position, events from log_head";

    private final Pool pool;
    private final ArchivedMonths archivedMonths;
    private final Clock clock;

    PostgresEventLog(Pool pool, ArchivedMonths archivedMonths, Clock clock) {
        this.pool = pool;
        this.archivedMonths = archivedMonths;
        this.clock = clock;
    }

    @Override
    public Uni<Appended> append(List<NewEvent> events) {
        return pool.withTransaction(connection -> new AppendTransaction(connection, clock.instant(), events).run());
    }

    @Override
    public Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, Most most) {
        long until = kinds.isEmpty() ? upTo : Math.min(upTo, after + WIDEST_FILTERED_READ);
        Short[] numbers = kinds.isEmpty()
                ? null
                : kinds.stream().map(kind -> (short) kind.number()).toArray(Short[]::new);
        Tuple parameters = Tuple.tuple()
                .addLong(after)
                .addLong(until)
                .addArrayOfShort(numbers)
                .addInteger(most.events())
                .addInteger(most.bytes());
        return pool.preparedQuery(READ).execute(parameters).chain(rows -> {
            long keptAfter = rows.iterator().next().getLong(0);
            return after >= keptAfter
                    ? Uni.createFrom().item(page(rows, until, most))
                    : archivedMonths.read(after, upTo, kinds, most, keptAfter);
        });
    }

    private static LogPage page(RowSet<Row> rows, long until, Most most) {
        List<LoggedEvent> events = new ArrayList<>(rows.size());
        long bytes = 0;
        for (Row row : rows) {
            if (row.getLong(1) != null) {
                byte[] payload = row.getBuffer(3).getBytes();
                bytes += payload.length;
                events.add(new LoggedEvent(
                        row.getLong(1),
                        row.getOffsetDateTime(2).toInstant(),
                        ByteBuffer.wrap(payload).asReadOnlyBuffer()));
            }
        }
        boolean cut = events.size() >= most.events() || bytes >= most.bytes();
        return new LogPage(events, cut ? events.getLast().position() : until);
    }

    @Override
    public Uni<LogStatus> status() {
        return pool.preparedQuery(STATUS)
                .execute()
                .map(PostgresEventLog::only)
                .map(row -> new LogStatus(row.getUUID(0), row.getLong(1), row.getLong(2)));
    }

    private static Row only(RowSet<Row> rows) {
        RowIterator<Row> iterator = rows.iterator();
        return iterator.next();
    }
}
