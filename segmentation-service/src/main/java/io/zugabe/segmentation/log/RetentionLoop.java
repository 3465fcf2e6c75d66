package io.zugabe.segmentation.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks every hour whether a month may leave the database. */
@ApplicationScoped
public class RetentionLoop {

    private static final Logger LOG = Logger.getLogger(RetentionLoop.class);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);

    private final RetireMonths retireMonths;
    private volatile @Nullable Cancellable running;

    public RetentionLoop(RetireMonths retireMonths) {
        this.retireMonths = retireMonths;
    }

    void start(@Observes StartupEvent event) {
        running = Multi.createFrom()
                .ticks()
                .startingAfter(FIRST)
                .every(EVERY)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> retire())
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("Months are no longer retired", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = running;
        if (current != null) {
            current.cancel();
        }
    }

    private Uni<Integer> retire() {
        return Uni.createFrom()
                .item(retireMonths::retire)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("A month could not be retired: %s; trying again in an hour", failure);
                    return 0;
                });
    }
}
