package io.zugabe.segmentation.model;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Trains what is queued, one run after the other on one thread, while no other replica does. */
@ApplicationScoped
public class TrainingLoop {

    private static final Logger LOG = Logger.getLogger(TrainingLoop.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    private final TrainingRuns runs;
    private final RunTraining runTraining;
    private final DailyTraining daily;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .name("training")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());

    TrainingLoop(TrainingRuns runs, RunTraining runTraining, DailyTraining daily) {
        this.runs = runs;
        this.runTraining = runTraining;
        this.daily = daily;
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void look() {
        try {
            wait(daily.queue());
            claim().ifPresent(this::train);
        } catch (RuntimeException e) {
            LOG.warnf("Could not look for models to train: %s; trying again", e);
        }
    }

    /** A claim that comes when nobody waits for it any more is let go: it would keep everybody from training. */
    private Optional<TrainingRuns.Claim> claim() {
        Uni<Optional<TrainingRuns.Claim>> claim = runs.claim().memoize().indefinitely();
        try {
            return wait(claim);
        } catch (TimeoutException late) {
            claim.chain(found -> found.map(TrainingRuns.Claim::release)
                            .orElseGet(() -> Uni.createFrom().voidItem()))
                    .subscribe()
                    .with(released -> {}, failure -> LOG.debugf("Nothing was claimed: %s", failure));
            throw late;
        }
    }

    private void train(TrainingRuns.Claim claim) {
        try {
            runTraining.run(claim.run());
        } finally {
            wait(claim.release());
        }
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(LONGEST_CALL);
    }
}
