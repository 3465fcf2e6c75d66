package io.zugabe.experiment.running;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as soon as the running experiments are known, and from then on whatever happens to the store. */
@Readiness
@ApplicationScoped
class RunningExperimentsLoaded implements HealthCheck {

    private final RunningExperiments running;

    RunningExperimentsLoaded(RunningExperiments running) {
        this.running = running;
    }

    @Override
    public HealthCheckResponse call() {
        var check = HealthCheckResponse.named("running experiments loaded")
                .status(running.current().isPresent());
        running.current()
                .ifPresent(set -> check.withData("version", set.version())
                        .withData("experiments", set.experiments().size()));
        return check.build();
    }
}
