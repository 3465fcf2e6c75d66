package io.zugabe.segmentation.log.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventDigest;
import io.zugabe.segmentation.log.domain.NewEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * One append. It locks the head of the log first, so that positions grow in the order of commits; then
 * claims the events' identities, and writes those events whose identity was free.
 */
final class AppendTransaction {

    private static final String LOCK = "select end_position, month from log_head for update";

    private static final String CLAIM = """
            insert into event_identity (digest, position)
            select e.digest, $1 + e.place from unnest($2::uuid[]) with ordinality as e (digest, place)
            on conflict (digest) do nothing
            returning position""";

    private static final String WRITE = """
            insert into event_log (position, event_time, subject, kind, payload, append_time, month)
            select e.position, e.event_time, e.subject, e.kind, e.payload, $1, $2
            from unnest($3::bigint[], $4::timestamptz[], $5::text[], $6::smallint[], $7::bytea[])
                as e (position, event_time, subject, kind, payload)""";

    private static final String MOVE_HEAD = "update log_head set end_position = $1, events = events + $2";

    private final SqlConnection connection;
    private final Instant now;
    private final List<NewEvent> events;

    AppendTransaction(SqlConnection connection, Instant now, List<NewEvent> events) {
        this.connection = connection;
        this.now = now;
        this.events = events;
    }

    /** Appends what is new. */
    Uni<Appended> run() {
        return connection.preparedQuery(LOCK).execute().chain(rows -> {
            Row head = rows.iterator().next();
            long end = head.getLong(0);
            return NewMonth.open(connection, head.getLocalDate(1), end, now).chain(month -> append(end, month));
        });
    }

    private Uni<Appended> append(long end, LocalDate month) {
        UUID[] digests =
                events.stream().map(event -> EventDigest.of(event.eventId())).toArray(UUID[]::new);
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.tuple().addLong(end).addArrayOfUUID(digests))
                .map(claimed -> fresh(end, claimed))
                .chain(fresh ->
                        fresh.isEmpty() ? Uni.createFrom().item(new Appended(end, fresh)) : write(end, month, fresh));
    }

    private static BitSet fresh(long end, RowSet<Row> claimed) {
        BitSet fresh = new BitSet(claimed.size());
        for (Row row : claimed) {
            fresh.set((int) (row.getLong(0) - end - 1));
        }
        return fresh;
    }

    private Uni<Appended> write(long end, LocalDate month, BitSet fresh) {
        long newEnd = end + fresh.length();
        return connection
                .preparedQuery(WRITE)
                .execute(columns(end, month, fresh))
                .chain(() -> connection.preparedQuery(MOVE_HEAD).execute(Tuple.of(newEnd, (long) fresh.cardinality())))
                .replaceWith(new Appended(newEnd, fresh));
    }

    private Tuple columns(long end, LocalDate month, BitSet fresh) {
        int size = fresh.cardinality();
        var positions = new Long[size];
        var times = new OffsetDateTime[size];
        var subjects = new String[size];
        var kinds = new Short[size];
        var payloads = new Buffer[size];
        int row = 0;
        for (int place = fresh.nextSetBit(0); place >= 0; place = fresh.nextSetBit(place + 1)) {
            NewEvent event = events.get(place);
            positions[row] = end + 1 + place;
            times[row] = event.eventTime().atOffset(ZoneOffset.UTC);
            subjects[row] = event.subject().key();
            kinds[row] = (short) event.kind().number();
            payloads[row] = buffer(event.payload());
            row++;
        }
        return Tuple.tuple()
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addLocalDate(month)
                .addArrayOfLong(positions)
                .addArrayOfOffsetDateTime(times)
                .addArrayOfString(subjects)
                .addArrayOfShort(kinds)
                .addValue(payloads);
    }

    private static Buffer buffer(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return Buffer.buffer(bytes);
    }
}
