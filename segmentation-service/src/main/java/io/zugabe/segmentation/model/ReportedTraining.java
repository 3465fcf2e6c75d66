package io.zugabe.segmentation.model;

import io.zugabe.segmentation.model.domain.TrainingRun;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/** A training whose progress is kept with its run, once a second. */
final class ReportedTraining implements TrainingContext {

    private static final Logger LOG = Logger.getLogger(ReportedTraining.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);
    private static final Duration LONGEST_REPORT = Duration.ofSeconds(10);

    private final TrainingRun run;
    private final TrainingRuns runs;
    private final Clock clock;
    private Instant nextReport = Instant.MIN;

    ReportedTraining(TrainingRun run, TrainingRuns runs, Clock clock) {
        this.run = run;
        this.runs = runs;
        this.clock = clock;
    }

    @Override
    public Map<String, String> parameters() {
        return run.parameters();
    }

    @Override
    public long seed() {
        return Long.parseLong(run.parameters().getOrDefault(TrainModel.SEED, "1"));
    }

    @Override
    public void report(double progress, String step) {
        if (clock.instant().isBefore(nextReport)) {
            return;
        }
        if (!mayGoOn(Math.clamp(progress, 0, 1), step) || Thread.currentThread().isInterrupted()) {
            throw new TrainingCancelled();
        }
        nextReport = clock.instant().plus(BETWEEN_REPORTS);
    }

    private boolean mayGoOn(double progress, String step) {
        try {
            return runs.report(run.id(), progress, step).await().atMost(LONGEST_REPORT);
        } catch (RuntimeException e) {
            LOG.warnf("The progress of training run %s could not be kept: %s", run.id(), e);
            return true; // a store that is away for a while is no reason to lose hours of work
        }
    }
}
