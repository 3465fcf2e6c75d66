package io.zugabe.recommendation.experiments;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.experiments.domain.RunningExperiments;
import jakarta.inject.Singleton;

/** The running experiments as last heard of; they stay while the experiment service is away. */
@Singleton
public class ExperimentReplica {

    private volatile RunningExperiments current = RunningExperiments.NONE;

    public ExperimentReplica(MeterRegistry metrics) {
        metrics.gauge("zugabe.experiments.running", this, replica -> replica.current.size());
    }

    public RunningExperiments current() {
        return current;
    }

    /** Replaces all running experiments. */
    public void publish(RunningExperiments experiments) {
        current = experiments;
    }
}
