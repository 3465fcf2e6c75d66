package io.zugabe.segmentation;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database of this service that nobody else uses, with the latest schema. */
public final class OwnDatabase implements AutoCloseable {

    private static final String NAME = "segmentation";

    private final EmbeddedPostgresServer server = EmbeddedPostgresServer.start(0, null, List.of(NAME));
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    public OwnDatabase() {
        Flyway.configure()
                .dataSource("jdbc:" + server.url(NAME), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.USER)
                .load()
                .migrate();
        PgConnectOptions options = PgConnectOptions.fromUri(server.url(NAME))
                .setUser(EmbeddedPostgresServer.USER)
                .setPassword(EmbeddedPostgresServer.USER)
                .setCachePreparedStatements(true);
        pool = pool(options, 4);
    }

    private Pool pool(PgConnectOptions options, int connections) {
        return new Pool(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(options)
                .using(vertx.getDelegate())
                .build());
    }

    public Pool pool() {
        return pool;
    }

    /** Runs statements; the rows of the last. */
    public RowSet<Row> sql(String statements) {
        return pool.query(statements).executeAndAwait();
    }

    public long number(String query) {
        return sql(query).iterator().next().getLong(0);
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        server.close();
    }
}
