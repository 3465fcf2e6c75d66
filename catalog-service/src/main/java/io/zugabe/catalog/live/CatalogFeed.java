package io.zugabe.catalog.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the change log into memory, on one thread of its own. Nothing else changes the catalog in
 * memory, so that every replica goes through the same states, whoever wrote.
 */
@Singleton
public final class CatalogFeed {

    private static final Logger LOG = Logger.getLogger(CatalogFeed.class);
    private static final int BATCH = 2_000;
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final long CLEANING_NANOS = Duration.ofHours(1).toNanos();
    private static final long LONGEST_STALE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Instance<LiveCatalog> packs;
    private final ChangeLog log;
    private final CatalogConfig config;
    private final MeterRegistry metrics;
    private final Semaphore wake = new Semaphore(0);
    private final Visibility applied = new Visibility();
    private final Visibility inForce = new Visibility();
    private volatile @Nullable Thread thread;
    private volatile @Nullable LiveCatalog loaded;
    private volatile boolean stopped;
    private volatile long deletionFloor;

    CatalogFeed(Instance<LiveCatalog> packs, ChangeLog log, CatalogConfig config, MeterRegistry metrics) {
        this.packs = packs;
        this.log = log;
        this.config = config;
        this.metrics = metrics;
    }

    /** Loads the packs here rather than when a server asks for its services, which it does on an event loop. */
    void start(@Observes StartupEvent event) {
        LiveCatalog catalog = packs.get();
        measure(catalog);
        thread = Thread.ofPlatform().name("catalog-feed").daemon().start(() -> run(catalog));
    }

    private void measure(LiveCatalog catalog) {
        metrics.gauge("zugabe.catalog.products", catalog, LiveCatalog::productCount);
        metrics.gauge(
                "zugabe.catalog.fit.groups",
                catalog,
                live -> live.table().groups().size());
        metrics.gauge("zugabe.catalog.position", catalog, LiveCatalog::position);
        metrics.more()
                .counter(
                        "zugabe.catalog.fit.evaluations",
                        List.of(),
                        catalog,
                        live -> live.table().ruleVerdicts().evaluations());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** The catalog, once it is loaded. */
    public LiveCatalog loadedCatalog() {
        LiveCatalog catalog = loaded;
        if (catalog == null) {
            throw ZugabeException.retryable(
                    KitReason.STORE_UNAVAILABLE, "the catalog is still being loaded; try again", RETRY);
        }
        return catalog;
    }

    public boolean isLoaded() {
        return loaded != null;
    }

    /** Whether the one thread that applies changes still does; nothing can replace it but a restart. */
    boolean isFollowing() {
        Thread running = thread;
        return running == null || running.isAlive();
    }

    /** Followers that stood below this position cannot resume: deletions may be missing. */
    public long deletionFloor() {
        return deletionFloor;
    }

    /** Done when this replica shows everything up to a position. */
    public Uni<Void> visible(long position) {
        wake.release();
        return orTimeOut(applied.await(position));
    }

    /** Done when everything up to a position also counts in this replica's verdicts. */
    public Uni<Void> inForce(long position) {
        wake.release();
        return orTimeOut(inForce.await(position));
    }

    private Uni<Void> orTimeOut(Uni<Void> waiting) {
        return waiting.ifNoItem()
                .after(config.visibilityTimeout())
                .failWith(() -> ZugabeException.retryable(
                        KitReason.STORE_UNAVAILABLE,
                        "what was written is stored, but not yet visible here; the same write may be sent again",
                        RETRY));
    }

    private void run(LiveCatalog catalog) {
        long cleaned = System.nanoTime() - CLEANING_NANOS;
        long rebuilt = System.nanoTime();
        while (!stopped) {
            try {
                boolean idle = applyNext(catalog);
                if (idle && catalog.tableIsStale()) {
                    pause(config.rebuildDelay());
                    while (!applyNext(catalog) && !isOverdue(rebuilt)) {}
                }
                if (catalog.tableIsStale() && (idle || isOverdue(rebuilt))) {
                    catalog.rebuildTable();
                    rebuilt = System.nanoTime();
                    inForce.reach(catalog.position());
                }
                if (idle) {
                    settle(catalog);
                    if (System.nanoTime() - cleaned >= CLEANING_NANOS) {
                        forgetDeletions(catalog);
                        cleaned = System.nanoTime();
                    }
                    awaitWork();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (stopped) {
                    return;
                }
                LOG.warnf(e, "The catalog in memory cannot follow the change log; trying again");
                pauseAfterFailure();
            }
        }
    }

    /** A long import must not keep changed rules and statements waiting; the first load is over when it is over. */
    private boolean isOverdue(long rebuilt) {
        return loaded != null && System.nanoTime() - rebuilt >= LONGEST_STALE_NANOS;
    }

    /** Applies one batch; true if it was the last for now. */
    private boolean applyNext(LiveCatalog catalog) {
        List<Change> changes = log.after(catalog.position(), BATCH);
        catalog.apply(changes);
        applied.reach(catalog.position());
        return changes.size() < BATCH;
    }

    private void settle(LiveCatalog catalog) {
        inForce.reach(catalog.position());
        if (loaded == null) {
            deletionFloor = log.deletionFloor();
            loaded = catalog;
            LOG.infof(
                    "Loaded %d products in %d fit groups",
                    catalog.productCount(), catalog.table().groups().size());
        }
    }

    private void forgetDeletions(LiveCatalog catalog) {
        deletionFloor = log.forgetOldDeletions();
        catalog.forgetDeletionsUpTo(deletionFloor);
    }

    private void awaitWork() throws InterruptedException {
        if (wake.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private static void pause(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }

    private void pauseAfterFailure() {
        try {
            pause(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
