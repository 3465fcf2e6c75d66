package io.zugabe.experiment.running;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.zugabe.experiment.domain.RunningSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The running experiments as this replica knows them: in memory, so that assignment needs no store
 * and goes on with the last known set while the store is away.
 */
@ApplicationScoped
public class RunningExperiments {

    /** A watcher that hears nothing for longer should take the stream for dead. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private static final Duration REPEAT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(RunningExperiments.class);

    private final RunningSource source;
    private final AtomicReference<@Nullable RunningSet> current = new AtomicReference<>();
    private final BroadcastProcessor<Long> changes = BroadcastProcessor.create();
    private final MeterRegistry metrics;
    private final AtomicBoolean reachable = new AtomicBoolean(true);

    public RunningExperiments(RunningSource source, MeterRegistry metrics) {
        this.source = source;
        this.metrics = metrics;
        metrics.gauge("zugabe.experiment.running", current, RunningExperiments::size);
    }

    /** The set; empty until it was read for the first time. */
    public Optional<RunningSet> current() {
        return Optional.ofNullable(current.get());
    }

    /** Reads the set again if it changed. Never fails: a store that is away leaves the last known set. */
    public Uni<Void> refresh() {
        RunningSet known = current.get();
        return source.loadUnless(known == null ? -1 : known.version())
                .invoke(this::noteAnswer)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(this::noteFailure);
    }

    /** The set as soon as it is known, after every change, and again every few seconds; until cancelled. */
    public Multi<RunningSet> watch() {
        Multi<Long> signals = Multi.createBy()
                .merging()
                .streams(Multi.createFrom().ticks().every(REPEAT).onOverflow().drop(), changes);
        // every message is the whole set, so a slow watcher misses nothing by getting only the latest
        return signals.onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToIterable(signal -> current().stream().toList());
    }

    /** Sets may arrive out of order when a change meets a poll: only a newer one is adopted. */
    private void adopt(RunningSet loaded) {
        RunningSet before = current.getAndAccumulate(
                loaded,
                (old, young) -> old == null || (young != null && young.version() > old.version()) ? young : old);
        if (before == null || loaded.version() > before.version()) {
            LOG.infof(
                    "Running experiments: %d (version %d)", loaded.experiments().size(), loaded.version());
            changes.onNext(loaded.version());
        }
    }

    private void noteAnswer(Optional<RunningSet> loaded) {
        if (reachable.compareAndSet(false, true)) {
            LOG.info("The running experiments can be read again");
        }
        loaded.ifPresent(this::adopt);
    }

    private Uni<Void> noteFailure(Throwable failure) {
        metrics.counter("zugabe.experiment.refresh.failures").increment();
        if (reachable.compareAndSet(true, false)) {
            LOG.warnf("The running experiments cannot be read, going on with the last known: %s", failure.getMessage());
        }
        return Uni.createFrom().voidItem();
    }

    private static double size(AtomicReference<@Nullable RunningSet> current) {
        RunningSet set = current.get();
        return set == null ? 0 : set.experiments().size();
    }
}
