package io.zugabe.recommendation.decision.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.decision.DecisionArchive;
import io.zugabe.recommendation.decision.DecisionRecord;
import io.zugabe.recommendation.decision.TraceConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Decisions in the database: written in batches by a thread of their own, deleted when they are old. */
@Singleton
public class DecisionStore implements DecisionArchive {

    private static final Logger LOG = Logger.getLogger(DecisionStore.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);
    private static final Duration CLEAN_EVERY = Duration.ofMinutes(10);

    private static final String WRITE = """
            insert into decision (decision_id, decide_time, trace)
            select * from unnest($1::uuid[], $2::timestamptz[], $3::bytea[])
            on conflict (decision_id) do nothing""";
    private static final String FIND = "select trace from decision where decision_id = $1 and decide_time >= $2";
    private static final String CLEAN = """
            delete from decision
            where decision_id in (select decision_id from decision where decide_time < $1 limit 20000)""";

    private final Pool pool;
    private final Clock clock = Clock.systemUTC();
    private final Duration writeEvery;
    private final Duration retention;
    private final BlockingQueue<DecisionRecord> waiting;
    private final MeterRegistry metrics;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("decisions").daemon().factory());

    public DecisionStore(Pool pool, TraceConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.writeEvery = config.writeEvery();
        this.retention = config.retention();
        this.waiting = new ArrayBlockingQueue<>(config.queue());
        this.metrics = metrics;
        metrics.gaugeCollectionSize("zugabe.trace.waiting", List.of(), waiting);
    }

    void start(@Observes StartupEvent event) {
        long pause = writeEvery.toMillis();
        writer.scheduleWithFixedDelay(this::writeAll, pause, pause, TimeUnit.MILLISECONDS);
        writer.scheduleWithFixedDelay(this::clean, 1, CLEAN_EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    /** Writes what waits, so that a restart forgets no decision. */
    void stop(@Observes ShutdownEvent event) {
        writer.shutdownNow();
        writeAll();
    }

    @Override
    public boolean keep(DecisionRecord decision) {
        return waiting.offer(decision);
    }

    @Override
    public Uni<Optional<byte[]>> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id, oldest())).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(found.next().getBuffer(0).getBytes()) : Optional.empty();
        });
    }

    private void writeAll() {
        List<DecisionRecord> batch = new ArrayList<>(BATCH);
        while (waiting.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
    }

    /** A batch that cannot be written is lost, and counted: decisions go on without their archive. */
    private void write(List<DecisionRecord> batch) {
        try {
            Tuple columns = Tuple.of(
                    batch.stream().map(DecisionRecord::id).toArray(UUID[]::new),
                    batch.stream().map(decision -> utc(decision.time())).toArray(OffsetDateTime[]::new),
                    batch.stream().map(DecisionStore::serialized).toArray(io.vertx.core.buffer.Buffer[]::new));
            pool.preparedQuery(WRITE).execute(columns).await().atMost(LONGEST_WRITE);
        } catch (RuntimeException failure) {
            metrics.counter("zugabe.trace.dropped").increment(batch.size());
            LOG.warnf("%d decisions could not be archived: %s", batch.size(), failure.getMessage());
        }
    }

    private void clean() {
        try {
            pool.preparedQuery(CLEAN).execute(Tuple.of(oldest())).await().atMost(LONGEST_WRITE);
        } catch (RuntimeException failure) {
            LOG.warnf("Old decisions could not be deleted: %s", failure.getMessage());
        }
    }

    private OffsetDateTime oldest() {
        return utc(clock.instant().minus(retention));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static io.vertx.core.buffer.Buffer serialized(DecisionRecord decision) {
        return Buffer.buffer(DecisionWriter.trace(decision).toByteArray()).getDelegate();
    }
}
