package io.zugabe.recommendation;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of its own with this service's schema, for adapters that are tested without the service. */
public final class RecommendationDatabase implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final String NAME = "recommendation";

    private final EmbeddedPostgresServer server = EmbeddedPostgresServer.start(0, null, List.of(NAME));
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    public RecommendationDatabase() {
        Flyway.configure()
                .dataSource("jdbc:" + server.url(NAME), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.USER)
                .load()
                .migrate();
        pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(server.url(NAME))
                        .setUser(EmbeddedPostgresServer.USER)
                        .setPassword(EmbeddedPostgresServer.USER))
                .with(new PoolOptions().setMaxSize(4))
                .using(vertx.getDelegate())
                .build());
    }

    public Pool pool() {
        return pool;
    }

    public void execute(String statements) {
        pool.query(statements).execute().await().atMost(LONGEST_WAIT);
    }

    public long number(String query) {
        return row(query).getLong(0);
    }

    public Row row(String query) {
        return pool.query(query)
                .execute()
                .await()
                .atMost(LONGEST_WAIT)
                .iterator()
                .next();
    }

    @Override
    public void close() {
        pool.close().await().atMost(LONGEST_WAIT);
        vertx.close().await().atMost(LONGEST_WAIT);
        server.close();
    }
}
