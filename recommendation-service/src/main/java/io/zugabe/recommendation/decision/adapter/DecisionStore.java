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
import io.zugabe.recommendation.decision.KeptDecision;
import io.zugabe.recommendation.decision.TraceConfig;
import io.zugabe.recommendation.privacy.PersonalMemory;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
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
public class DecisionStore implements DecisionArchive, PersonalMemory {

    private static final Logger LOG = Logger.getLogger(DecisionStore.class);
    private static final int BATCH = 100;
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);
    private static final Duration LONGEST_LAST_WRITE = Duration.ofSeconds(5);
    private static final Duration CLEAN_EVERY = Duration.ofMinutes(10);
    private static final Duration ERASE_EVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST_CLEANING = Duration.ofMinutes(5);

    /** Few enough to be deleted well within {@link #LONGEST_WRITE}. */
    private static final int CLEANED_AT_ONCE = 2_000;

    /** Ids have no spaces, so an array of lists of them is handed over as texts. */
    private static final String WRITE = """
            insert into decision (decision_id, decide_time, trace, subjects)
            select id, time, trace, string_to_array(subjects, ' ')
            from unnest($1::uuid[], $2::timestamptz[], $3::bytea[], $4::text[]) as d (id, time, trace, subjects)
            on conflict (decision_id) do nothing""";

    private static final String FIND = "select trace from decision where decision_id = $1 and decide_time >= $2";
    private static final String CLEAN = """
            delete from decision
            where decision_id in (
                select decision_id from decision where decide_time < $1
                order by decide_time limit $2 for update skip locked)""";

    private final Pool pool;
    private final Clock clock = Clock.systemUTC();
    private final DecisionErasures erasures;
    private final Duration writeEvery;
    private final Duration retention;
    private final BlockingQueue<KeptDecision> waiting;
    private final Allowance allowance;
    private final MeterRegistry metrics;
    /** One thread writes while the others delete: a long cleaning must not fill the queue. */
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            3, Thread.ofPlatform().name("decisions-", 0).daemon().factory());

    private volatile boolean stopping;

    public DecisionStore(Pool pool, TraceConfig config, MeterRegistry metrics) {
        this.pool = pool;
        this.erasures = new DecisionErasures(pool);
        this.writeEvery = config.writeEvery();
        this.retention = config.retention();
        this.waiting = new ArrayBlockingQueue<>(config.queue());
        this.allowance = new Allowance(config.archivedPerSecond(), config.queue(), System::nanoTime);
        this.metrics = metrics;
        metrics.gaugeCollectionSize("zugabe.trace.waiting", List.of(), waiting);
    }

    void start(@Observes StartupEvent event) {
        long pause = writeEvery.toMillis();
        threads.scheduleWithFixedDelay(this::writeAll, pause, pause, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(() -> erase(true), 0, ERASE_EVERY.toSeconds(), TimeUnit.SECONDS);
        threads.scheduleWithFixedDelay(this::clean, 1, CLEAN_EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    /**
     * Writes what waits, so that a restart forgets no decision: lets the batch that is being written
     * finish, then writes the rest, and gives up after a bounded time.
     */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WRITE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        writeRest();
    }

    private void writeRest() {
        long deadline = System.nanoTime() + LONGEST_LAST_WRITE.toNanos();
        List<KeptDecision> batch = new ArrayList<>(BATCH);
        long left = LONGEST_LAST_WRITE.toNanos();
        while (left > 0 && waiting.drainTo(batch, BATCH) > 0) {
            write(batch, Duration.ofNanos(left));
            batch.clear();
            left = deadline - System.nanoTime();
        }
        int lost = waiting.size();
        if (lost > 0) {
            metrics.counter("zugabe.trace.dropped").increment(lost);
            LOG.warnf("%d decisions could not be archived in time", lost);
        }
    }

    @Override
    public boolean keep(KeptDecision decision) {
        return allowance.take() && waiting.offer(decision);
    }

    @Override
    public Uni<Optional<byte[]>> find(UUID id) {
        return pool.preparedQuery(FIND).execute(Tuple.of(id, oldest())).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(found.next().getBuffer(0).getBytes()) : Optional.empty();
        });
    }

    /** On disk once now, and once more when a batch is certainly written that was taken before. */
    @Override
    public void forget(ErasedPeople people) {
        waiting.removeIf(decision -> decision.isAbout(people));
        threads.execute(() -> erase(false));
    }

    private void erase(boolean onlySettled) {
        erasures.work(onlySettled, () -> stopping);
    }

    private void writeAll() {
        List<KeptDecision> batch = new ArrayList<>(BATCH);
        while (!stopping && waiting.drainTo(batch, BATCH) > 0) {
            write(batch, LONGEST_WRITE);
            batch.clear();
        }
    }

    /** A batch that cannot be written is lost, and counted: decisions go on without their archive. */
    private void write(List<KeptDecision> batch, Duration longest) {
        try {
            List<DecisionRecord> explained = batch.stream()
                    .flatMap(decision -> decision.explained().stream())
                    .toList();
            metrics.counter("zugabe.trace.dropped").increment(batch.size() - explained.size());
            Tuple columns = Tuple.of(
                    explained.stream().map(DecisionRecord::id).toArray(UUID[]::new),
                    explained.stream().map(decision -> utc(decision.time())).toArray(OffsetDateTime[]::new),
                    explained.stream().map(DecisionStore::serialized).toArray(io.vertx.core.buffer.Buffer[]::new),
                    explained.stream()
                            .map(decision -> String.join(" ", KeptDecision.subjects(decision.request())))
                            .toArray(String[]::new));
            pool.preparedQuery(WRITE).execute(columns).await().atMost(longest);
        } catch (RuntimeException failure) {
            metrics.counter("zugabe.trace.dropped").increment(batch.size());
            LOG.warnf("%d decisions could not be archived: %s", batch.size(), failure.getMessage());
        }
    }

    /** Deletes until nothing old is left, or until the time for it is up; the rest is for the next run. */
    void clean() {
        long deadline = System.nanoTime() + LONGEST_CLEANING.toNanos();
        try {
            int deleted;
            do {
                deleted = pool.preparedQuery(CLEAN)
                        .execute(Tuple.of(oldest(), CLEANED_AT_ONCE))
                        .await()
                        .atMost(LONGEST_WRITE)
                        .rowCount();
            } while (!stopping && deleted == CLEANED_AT_ONCE && System.nanoTime() < deadline);
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
