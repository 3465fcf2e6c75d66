package io.zugabe.recommendation.taste;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.taste.TasteArchive.Kept;
import io.zugabe.recommendation.taste.domain.Approach.Limits;
import io.zugabe.recommendation.taste.domain.Due;
import io.zugabe.recommendation.taste.domain.PurchasesBuilder.Collected;
import io.zugabe.recommendation.taste.domain.TasteModel;
import io.zugabe.recommendation.taste.domain.TasteModelBytes;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Learns taste from the orders, on one thread of its own with the least priority. A model is kept before it
 * is served, so that a restart serves it at once; of several replicas one learns, and all take the latest
 * that is kept. Decisions read the last published model and never wait.
 */
@Singleton
public class LearnTaste {

    private static final Logger LOG = Logger.getLogger(LearnTaste.class);
    private static final Duration LONGEST_QUERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_READING = Duration.ofMinutes(30);
    private static final Duration LONGEST_LEARNING = Duration.ofHours(2);
    private static final double TO_SECONDS = 1e-9;

    private final TasteModels models;
    private final TasteArchive archive;
    private final GatherPurchases purchases;
    private final BasketModels baskets;
    private final TasteConfig config;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService learner = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .name("taste")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private Kept inForce = Kept.NONE;

    public LearnTaste(
            TasteModels models,
            TasteArchive archive,
            GatherPurchases purchases,
            BasketModels baskets,
            TasteConfig config) {
        this.models = models;
        this.archive = archive;
        this.purchases = purchases;
        this.baskets = baskets;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        learner.scheduleWithFixedDelay(this::look, 0, config.lookEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        learner.shutdownNow();
    }

    /** What fails now is tried again at the next look; what is served stays as it is. */
    private void look() {
        try {
            long generation = archive.generation().await().atMost(LONGEST_QUERY);
            takeLatest(generation);
            BasketModel counted = baskets.current();
            Duration age = Duration.between(inForce.learned(), clock.instant());
            Due due = new Due(config.leastBaskets(), config.every(), config.growth());
            if (purchases.isReady() && due.isDue(models.model(), age, counted.total(), counted.position())) {
                learnIfClaimed(generation, counted.position());
            }
        } catch (RuntimeException failure) {
            LOG.warnf("Taste is not learned now: %s", failure.getMessage());
        }
    }

    private void takeLatest(long generation) {
        Optional<Kept> latest = archive.latest(generation).await().atMost(LONGEST_QUERY);
        if (latest.isPresent() && !latest.get().version().equals(inForce.version())) {
            byte[] bytes = archive.load(latest.get().version()).await().atMost(LONGEST_QUERY);
            serve(TasteModelBytes.read(bytes), latest.get());
        } else if (latest.isEmpty() && inForce != Kept.NONE) {
            LOG.warn("The event log was replaced: taste learned of the one before is forgotten");
            inForce = Kept.NONE;
            models.forget();
        }
    }

    private void learnIfClaimed(long generation, long position) {
        if (!archive.claim(LONGEST_LEARNING).await().atMost(LONGEST_QUERY)) {
            return;
        }
        try {
            learn(generation, position);
        } finally {
            models.progress(1);
            archive.release().await().atMost(LONGEST_QUERY);
        }
    }

    private void learn(long generation, long position) {
        models.progress(0);
        long start = System.nanoTime();
        Collected collected = purchases.gather().await().atMost(LONGEST_READING);
        Limits limits = new Limits(config.mostDenseProducts(), (long)
                (config.heapShare() * Runtime.getRuntime().maxMemory()));
        TasteModel model = TasteModel.learn(collected.purchases(), collected.ids(), position, limits, models::progress);
        byte[] bytes = TasteModelBytes.write(model);
        Kept kept = new Kept(TasteModelBytes.version(bytes), clock.instant());
        archive.keep(kept, generation, bytes).await().atMost(LONGEST_QUERY);
        serve(model, kept);
        LOG.infof(
                "Taste %s learned from %d orders in %.1f s: %s",
                kept.version(),
                model.baskets(),
                (System.nanoTime() - start) * TO_SECONDS,
                model.approach().explanation());
    }

    private void serve(TasteModel model, Kept kept) {
        models.publish(model, kept.version());
        inForce = kept;
    }
}
