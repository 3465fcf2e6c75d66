package io.zugabe.recommendation.misfits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.zugabe.recommendation.misfits.domain.DueReturn;
import io.zugabe.recommendation.misfits.domain.MisfitAnchors;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reports returns that do not fit to the catalog, one after the other, beside the decisions and never in
 * their way. What could not be reported stays in the queue.
 */
@Singleton
public class ReportMisfits {

    private static final Logger LOG = Logger.getLogger(ReportMisfits.class);

    private final MisfitQueue queue;
    private final DisputeOpener disputes;
    private final CatalogReplica replica;
    private final Duration every;
    private final Counter reported;
    private final Counter refused;
    private final Counter givenUp;
    private final Counter unknown;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicReference<@Nullable Cancellable> running = new AtomicReference<>();

    public ReportMisfits(
            MisfitQueue queue,
            DisputeOpener disputes,
            CatalogReplica replica,
            MisfitsConfig config,
            MeterRegistry metrics) {
        this.queue = queue;
        this.disputes = disputes;
        this.replica = replica;
        this.every = config.every();
        this.reported = metrics.counter("zugabe.misfits.reported");
        this.refused = metrics.counter("zugabe.misfits.refused");
        this.givenUp = metrics.counter("zugabe.misfits.given.up");
        this.unknown = metrics.counter("zugabe.misfits.unknown");
        metrics.gauge("zugabe.misfits.waiting", waiting);
    }

    void start(@Observes StartupEvent event) {
        running.set(Multi.createBy()
                .repeating()
                .uni(() -> reportDue())
                .withDelay(every)
                .indefinitely()
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("Returns are not reported any more", failure)));
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = running.getAndSet(null);
        if (current != null) {
            current.cancel();
        }
    }

    /** Reports what is due; returns how many wait then. Without a catalog nothing is known to have fitted. */
    private Uni<Long> reportDue() {
        return replica.current()
                .map(this::reportAll)
                .orElseGet(queue::size)
                .invoke(waiting::set)
                .onFailure()
                .invoke(failure -> LOG.warnf("Returns cannot be read: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(waiting::get);
    }

    private Uni<Long> reportAll(CatalogSnapshot catalog) {
        return queue.due()
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(each -> report(each, catalog))
                        .collect()
                        .last())
                .chain(queue::size);
    }

    private Uni<Void> report(DueReturn due, CatalogSnapshot catalog) {
        if (!due.isPlaced()) {
            return due.expired()
                    ? giveUp(due, "its order is not known")
                    : Uni.createFrom().voidItem();
        }
        if (catalog.find(due.product()).isEmpty()) {
            return forget(due);
        }
        return Multi.createFrom()
                .iterable(MisfitAnchors.of(catalog, due.product(), due.together()))
                .onItem()
                .transformToUniAndConcatenate(anchor -> disputes.report(due, anchor))
                .onItem()
                .invoke(taken -> (taken ? reported : refused).increment())
                .collect()
                .last()
                .chain(() -> queue.done(due))
                .onFailure()
                .recoverWithUni(failure -> failed(due, failure));
    }

    /** Of a product that the catalog does not have nothing can be said. */
    private Uni<Void> forget(DueReturn due) {
        LOG.debugf("Return %s is not reported: the catalog has no product %s", due.event(), due.product());
        return queue.done(due).invoke(() -> unknown.increment());
    }

    private Uni<Void> failed(DueReturn due, Throwable failure) {
        LOG.debugf("Return %s of %s cannot be reported: %s", due.event(), due.product(), failure.getMessage());
        return due.expired()
                ? giveUp(due, String.valueOf(failure.getMessage()))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> giveUp(DueReturn due, String why) {
        LOG.warnf("Return %s of %s is given up: %s", due.event(), due.product(), why);
        givenUp.increment();
        return queue.done(due);
    }
}
