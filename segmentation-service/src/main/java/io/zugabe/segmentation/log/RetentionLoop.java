package io.zugabe.segmentation.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Looks every hour whether a month may leave the database. */
@ApplicationScoped
public class RetentionLoop {

    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofHours(1);

    private final RetireMonths retireMonths;
    private final Repeating running = new Repeating("Retiring months");

    public RetentionLoop(RetireMonths retireMonths) {
        this.retireMonths = retireMonths;
    }

    void start(@Observes StartupEvent event) {
        running.every(
                FIRST,
                EVERY,
                () -> Uni.createFrom()
                        .item(retireMonths::retire)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    void stop(@Observes ShutdownEvent event) {
        running.stop();
    }
}
