package io.zugabe.recommendation.models.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.models.ModelArchive;
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
public class PgModelArchive implements ModelArchive {

    private static final int PART = 1 << 20;
    private static final double MILLIS = 1_000;

    private static final String GENERATION = "select generation from log_position where follower = 'baskets'";
    private static final String LATEST = """
            select version, learn_time from learned_model where kind = $1 and generation = $2
            order by learn_time desc, version limit 1""";
    private static final String PARTS =
            "select bytes from learned_model_part where kind = $1 and version = $2 order by part";
    private static final String KEEP = """
            insert into learned_model (kind, version, learn_time, generation) values ($1, $2, $3, $4)
            on conflict (kind, version) do update
                set learn_time = excluded.learn_time, generation = excluded.generation""";
    private static final String KEEP_PART = """
            insert into learned_model_part (kind, version, part, bytes) values ($1, $2, $3, $4)
            on conflict (kind, version, part) do nothing""";

    /** The one before stays for replicas that are just reading it. */
    private static final String CLEAN = """
            delete from learned_model where kind = $1 and version not in (
                select version from learned_model where kind = $1 order by learn_time desc, version limit 2)""";

    private static final String CLAIM = """
            insert into model_learning (kind, claimed_until) values ($1, now() + make_interval(secs => $2))
            on conflict (kind) do update set claimed_until = excluded.claimed_until
                where model_learning.claimed_until < now()""";
    private static final String RELEASE = "delete from model_learning where kind = $1";

    private final Pool pool;

    public PgModelArchive(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> generation() {
        return pool.query(GENERATION)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Optional<Kept>> latest(String kind, long generation) {
        return pool.preparedQuery(LATEST).execute(Tuple.of(kind, generation)).map(PgModelArchive::first);
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
    public Uni<byte[]> load(String kind, String version) {
        return pool.preparedQuery(PARTS).execute(Tuple.of(kind, version)).map(rows -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            rows.forEach(row -> all.writeBytes(row.getBuffer(0).getBytes()));
            return all.toByteArray();
        });
    }

    @Override
    public Uni<Void> keep(String kind, Kept model, long generation, byte[] bytes) {
        Tuple row = Tuple.of(kind, model.version(), model.learned().atOffset(ZoneOffset.UTC), generation);
        return pool.withTransaction(connection -> connection
                .preparedQuery(KEEP)
                .execute(row)
                .chain(() -> keepParts(kind, model.version(), bytes, connection))
                .chain(() -> connection.preparedQuery(CLEAN).execute(Tuple.of(kind)))
                .replaceWithVoid());
    }

    private static Uni<Void> keepParts(String kind, String version, byte[] bytes, SqlConnection connection) {
        List<Tuple> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += PART) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(from + PART, bytes.length));
            parts.add(Tuple.of(kind, version, parts.size(), Buffer.buffer(part)));
        }
        return connection.preparedQuery(KEEP_PART).executeBatch(parts).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> claim(String kind, Duration atMost) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(kind, atMost.toMillis() / MILLIS))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Void> release(String kind) {
        return pool.preparedQuery(RELEASE).execute(Tuple.of(kind)).replaceWithVoid();
    }
}
