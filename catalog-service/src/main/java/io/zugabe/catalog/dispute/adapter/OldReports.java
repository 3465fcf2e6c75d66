package io.zugabe.catalog.dispute.adapter;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.live.CatalogConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets by and by which requests reported something: who sends a report again does so soon. */
@Singleton
final class OldReports {

    private static final Logger LOG = Logger.getLogger(OldReports.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 10_000;
    private static final String FORGET = """
            delete from dispute_request where (dispute_id, request_id) in (
                select dispute_id, request_id from dispute_request
                where create_time < now() - make_interval(secs => $1)
                limit %d)""".formatted(MOST_AT_ONCE);

    private final Vertx vertx;
    private final Pool pool;
    private final CatalogConfig config;
    private long timer;

    OldReports(Vertx vertx, Pool pool, CatalogConfig config) {
        this.vertx = vertx;
        this.pool = pool;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(
                EVERY.toMillis(),
                _ -> forget().subscribe()
                        .with(
                                _ -> {},
                                failure -> LOG.warnf(
                                        failure, "Old requests of reports could not be forgotten; trying again")));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** Forgets some of those that are older than they need be; how many. */
    Uni<Integer> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) config.reportRetention().toSeconds()))
                .map(SqlResult::rowCount);
    }
}
