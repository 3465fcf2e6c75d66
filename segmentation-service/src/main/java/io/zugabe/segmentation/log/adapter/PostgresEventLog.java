package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The log in PostgreSQL. The row of {@code log_head} is the lock that makes position order commit order. */
@ApplicationScoped
class PostgresEventLog implements EventLog {

    /** A filtered read looks at this many positions at most, so that a rare kind does not scan the whole log. */
    private static final long WIDEST_FILTERED_READ = 50_000;

    private static final String LOCK = "select end_position from log_head for update";

    private static final String INSERT = """
            insert into event_log (position, event_id, event_time, subject, kind, payload)
            select $1 + e.place, e.event_id, e.event_time, e.subject, e.kind, e.payload
            from unnest($2::text[], $3::timestamptz[], $4::text[], $5::smallint[], $6::bytea[])
                with ordinality as e (event_id, event_time, subject, kind, payload, place)
            on conflict (event_id) do nothing
            returning position""";

    private static final String MOVE_HEAD = "update log_head set end_position = $1, events = events + $2";

    private static final String READ = """
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
            order by position""";

    private static final String STATUS = "select log_id, end_position, events from log_head";

    private final Pool pool;

    PostgresEventLog(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Appended> append(List<NewEvent> events) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute()
                .chain(head -> appendAfter(connection, only(head).getLong(0), events)));
    }

    private static Uni<Appended> appendAfter(SqlConnection connection, long end, List<NewEvent> events) {
        return connection.preparedQuery(INSERT).execute(columns(end, events)).chain(inserted -> {
            BitSet fresh = new BitSet(events.size());
            long newEnd = end;
            for (Row row : inserted) {
                long position = row.getLong(0);
                fresh.set((int) (position - end - 1));
                newEnd = Math.max(newEnd, position);
            }
            Appended appended = new Appended(newEnd, fresh);
            return newEnd == end
                    ? Uni.createFrom().item(appended)
                    : connection
                            .preparedQuery(MOVE_HEAD)
                            .execute(Tuple.of(newEnd, (long) fresh.cardinality()))
                            .replaceWith(appended);
        });
    }

    private static Tuple columns(long end, List<NewEvent> events) {
        int size = events.size();
        var ids = new String[size];
        var times = new java.time.OffsetDateTime[size];
        var subjects = new String[size];
        var kinds = new Short[size];
        var payloads = new io.vertx.core.buffer.Buffer[size];
        for (int i = 0; i < size; i++) {
            NewEvent event = events.get(i);
            ids[i] = event.eventId();
            times[i] = event.eventTime().atOffset(ZoneOffset.UTC);
            subjects[i] = event.subject().key();
            kinds[i] = (short) event.kind().number();
            payloads[i] = buffer(event.payload());
        }
        return Tuple.tuple()
                .addLong(end)
                .addArrayOfString(ids)
                .addArrayOfOffsetDateTime(times)
                .addArrayOfString(subjects)
                .addArrayOfShort(kinds)
                .addValue(payloads);
    }

    private static io.vertx.core.buffer.Buffer buffer(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return io.vertx.core.buffer.Buffer.buffer(bytes);
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
        return pool.preparedQuery(READ).execute(parameters).map(rows -> page(rows, until, most));
    }

    private static LogPage page(RowSet<Row> rows, long until, Most most) {
        List<LoggedEvent> events = new ArrayList<>(rows.size());
        long bytes = 0;
        for (Row row : rows) {
            byte[] payload = row.getBuffer(2).getBytes();
            bytes += payload.length;
            events.add(new LoggedEvent(
                    row.getLong(0),
                    row.getOffsetDateTime(1).toInstant(),
                    ByteBuffer.wrap(payload).asReadOnlyBuffer()));
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
