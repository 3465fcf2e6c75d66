package io.zugabe.experiment.running;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keeps looking whether another replica changed which experiments run. */
@ApplicationScoped
class PollRunningSet {

    private final RunningExperiments running;
    private final Duration every;
    private @Nullable Cancellable polling;

    /**
     * @param every time between two looks; changes made through other replicas are noticed after so long
     */
    PollRunningSet(
            RunningExperiments running,
            @ConfigProperty(name = "zugabe.experiment.poll", defaultValue = "250ms") Duration every) {
        this.running = running;
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        polling = Multi.createFrom()
                .ticks()
                .every(every)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> running.refresh())
                .subscribe()
                .with(ignored -> {});
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (polling != null) {
            polling.cancel();
        }
    }
}
