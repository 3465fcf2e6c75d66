package io.zugabe.recommendation.taste.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.taste.TasteArchive;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Models in PostgreSQL, in parts of a megabyte. */
@Singleton
public class PgTasteArchive implements TasteArchive {

    private static final int PART = 1 << 20;
    private static final double MILLIS = 1_000;

    private static final String GENERATION = "select generation from log_position where follower = 'baskets'";
    private static final String LATEST = """
            select version, learn_time from taste_model where generation = $1
            order by learn_time desc, version limit 1""";
    private static final String PARTS = "select bytes from taste_model_part where version = $1 order by part";
    private static final String KEEP = """
            insert into taste_model (version, learn_time, generation) values ($1, $2, $3)
            on conflict (version) do update set learn_time = excluded.learn_time, generation = excluded.generation""";
    private static final String KEEP_PART = """
            insert into taste_model_part (version, part, bytes) values ($1, $2, $3)
            on conflict (version, part) do nothing""";

    /** The one before stays for replicas that are just reading it. */
    private static final String CLEAN = """
            delete from taste_model where version not in (
                select version from taste_model order by learn_time desc, version limit 2)""";

    private static final String CLAIM = """
            update taste_learning set claimed_until = now() + make_interval(secs => $1) where claimed_until < now()""";
    private static final String RELEASE = "update taste_learning set claimed_until = '-infinity'";

    private final Pool pool;

    public PgTasteArchive(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> generation() {
        return pool.query(GENERATION)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<Kept>> latest(long generation) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(generation)).map(PgTasteArchive::first);
    }

    private static Optional<Kept> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(new Kept(
                    row.getString("version"),
                    row.getOffsetDateTime("learn_time").toInstant()));
        }
        return Optional.empty();
    }

    @Override
    public Uni<byte[]> load(String version) {
        return pool.preparedQuery(PARTS).execute(Tuple.of(version)).map(rows -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            rows.forEach(row -> all.writeBytes(row.getBuffer(0).getBytes()));
            return all.toByteArray();
        });
    }

    @Override
    public Uni<Void> keep(Kept model, long generation, byte[] bytes) {
        Tuple row = Tuple.of(model.version(), model.learned().atOffset(ZoneOffset.UTC), generation);
        return pool.withTransaction(connection -> connection
                .preparedQuery(KEEP)
                .execute(row)
                .chain(() -> keepParts(model.version(), bytes, connection))
                .chain(() -> connection.query(CLEAN).execute())
                .replaceWithVoid());
    }

    private static Uni<Void> keepParts(String version, byte[] bytes, SqlConnection connection) {
        List<Tuple> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += PART) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + PART, bytes.length));
            parts.add(Tuple.of(version, parts.size(), Buffer.buffer(part)));
        }
        return connection.preparedQuery(KEEP_PART).executeBatch(parts).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> claim(Duration atMost) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(atMost.toMillis() / MILLIS))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Void> release() {
        return pool.query(RELEASE).execute().replaceWithVoid();
    }
}
