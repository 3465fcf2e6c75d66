package io.zugabe.segmentation.repeating;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again, one run after the other, until it is stopped. A run that fails is said in the log
 * and tried again.
 */
public final class Repeating {

    private static final Logger LOG = Logger.getLogger(Repeating.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String work;
    private volatile @Nullable Cancellable running;

    /**
     * @param work for the log, for instance {@code "Retiring months"}
     */
    public Repeating(String work) {
        this.work = work;
    }

    /** Runs now and in a rhythm; a run that takes longer than the period lets ticks pass. */
    public void every(Duration period, Supplier<? extends Uni<?>> run) {
        start(Multi.createFrom().ticks().every(period), period, run);
    }

    /** Runs in a rhythm, for the first time after a while. */
    public void every(Duration first, Duration period, Supplier<? extends Uni<?>> run) {
        start(Multi.createFrom().ticks().startingAfter(first).every(period), period, run);
    }

    private void start(Multi<Long> ticks, Duration period, Supplier<? extends Uni<?>> run) {
        running = ticks.onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> guarded(run, period))
                .subscribe()
                .with(done -> {}, this::ended);
    }

    private Uni<Void> guarded(Supplier<? extends Uni<?>> run, Duration period) {
        return Uni.createFrom()
                .deferred(() -> run.get().replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("%s failed: %s; trying again in %s", work, failure, period))
                .onFailure()
                .recoverWithNull();
    }

    /** Runs without a pause but those that a run has itself; one that fails is tried again after 0.1 to 5 seconds. */
    public void endlessly(Supplier<? extends Uni<?>> run) {
        Uni<Void> persistent = Uni.createFrom()
                .deferred(() -> run.get().replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf("%s failed: %s; trying again", work, failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
        running = Multi.createBy()
                .repeating()
                .uni(() -> persistent)
                .indefinitely()
                .subscribe()
                .with(done -> {}, this::ended);
    }

    private void ended(Throwable failure) {
        LOG.errorf(failure, "%s has ended", work);
    }

    /** Ends it. */
    public void stop() {
        Cancellable current = running;
        if (current != null) {
            current.cancel();
        }
    }

    /**
     * A rest after work.
     *
     * @param perWork how many times as long as the work
     */
    public static Uni<Void> rest(Duration worked, long perWork, Duration longest) {
        Duration rest = Duration.ofNanos(Math.min(perWork * worked.toNanos(), longest.toNanos()));
        return Uni.createFrom().voidItem().onItem().delayIt().by(rest);
    }
}
