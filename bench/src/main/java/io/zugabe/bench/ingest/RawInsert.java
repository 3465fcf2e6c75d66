package io.zugabe.bench.ingest;

import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a log costs at least: the same rows into a table with the same columns and indexes, by plain
 * batched INSERTs over one connection. The driver puts many rows into each statement and sends the
 * next before it has the answer to the one before; each batch is committed, and is as large as the
 * service's groups at most are. Rows are ready in memory before the clock starts.
 */
final class RawInsert implements AutoCloseable {

    private static final int GROUP = 5_000;

    private static final String TABLE = """
            create table raw_event (
                position    bigint primary key,
                digest      uuid not null unique,
                event_time  timestamptz not null,
                subject     text collate "C" not null,
                kind        smallint not null,
                payload     bytea not null,
                append_time timestamptz not null default statement_timestamp(),
                month       date not null default date '2026-01-01'
            );
            create index on raw_event (subject)""";

    private static final String INSERT =
            "insert into raw_event (position, digest, event_time, subject, kind, payload) values (?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private long position;

    RawInsert(String databaseUrl, String user) throws SQLException {
        connection = DriverManager.getConnection("jdbc:" + databaseUrl + "?reWriteBatchedInserts=true", user, user);
        try (var statement = connection.createStatement()) {
            requireDurability(statement);
            statement.execute(TABLE);
        }
        connection.setAutoCommit(false);
    }

    /** A database that may lose what it has said to be committed would make both figures worthless. */
    private static void requireDurability(Statement statement) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            try (var value = statement.executeQuery("show " + setting)) {
                value.next();
                if (!value.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is " + value.getString(1));
                }
            }
        }
    }

    private record Row(UUID digest, Timestamp time, String subject, short kind, byte[] payload) {}

    /** Inserts the events of batches, durably, and says how many per second. */
    double perSecond(List<PublishEventsRequest> batches) throws SQLException {
        List<Row> rows = new ArrayList<>();
        batches.forEach(batch -> batch.getEventsList().forEach(event -> rows.add(row(event))));
        long began = System.nanoTime();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < rows.size(); from += GROUP) {
                for (Row row : rows.subList(from, Math.min(rows.size(), from + GROUP))) {
                    add(insert, row);
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        return rows.size() * 1e9 / (System.nanoTime() - began);
    }

    private void add(PreparedStatement insert, Row row) throws SQLException {
        insert.setLong(1, ++position);
        insert.setObject(2, row.digest());
        insert.setTimestamp(3, row.time());
        insert.setString(4, row.subject());
        insert.setShort(5, row.kind());
        insert.setBytes(6, row.payload());
        insert.addBatch();
    }

    private static Row row(Event event) {
        Timestamp time = new Timestamp(event.getEventTime().getSeconds() * 1_000);
        time.setNanos(event.getEventTime().getNanos());
        return new Row(
                digest(event.getEventId()),
                time,
                event.getCustomerId(),
                (short) event.getWhatCase().getNumber(),
                event.toByteArray());
    }

    private static UUID digest(String eventId) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(eventId.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
