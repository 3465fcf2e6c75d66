package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.model.domain.TrainingRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Does one training run: trains, keeps the model, publishes it if it may be. */
@ApplicationScoped
class RunTraining {

    private static final Logger LOG = Logger.getLogger(RunTraining.class);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final Trainers trainers;
    private final TrainingRuns runs;
    private final PublishModel publishModel;
    private final Clock clock;

    RunTraining(Trainers trainers, TrainingRuns runs, PublishModel publishModel, Clock clock) {
        this.trainers = trainers;
        this.runs = runs;
        this.publishModel = publishModel;
        this.clock = clock;
    }

    /** Blocks until the run has ended, well or not. */
    void run(TrainingRun run) {
        LOG.infof("Training %s, run %s", run.kind(), run.id());
        try {
            Trainer trainer = trainers.of(run.kind())
                    .orElseThrow(() -> new IllegalStateException("nobody trains \"" + run.kind() + "\""));
            keep(run, trainer.train(new ReportedTraining(run, runs, clock)));
        } catch (TrainingCancelled cancelled) {
            end(run, TrainingRun.State.CANCELLED, "");
        } catch (ZugabeException refused) {
            end(run, TrainingRun.State.FAILED, refused.text());
        } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
            LOG.errorf(failure, "Training run %s failed", run.id());
            end(run, TrainingRun.State.FAILED, "a defect of the service; its log has run " + run.id());
        }
    }

    private void keep(TrainingRun run, Trained trained) {
        int version = wait(runs.succeed(run, trained));
        boolean publishable = trained.card().decision().publishable();
        if (version == 0) {
            LOG.infof("Run %s was ended meanwhile; what it learned is lost", run.id());
            return;
        }
        LOG.infof(
                "Trained %s %d (%,d bytes): %s",
                run.kind(),
                version,
                trained.payload().length,
                trained.card().decision().sentence());
        if (publishable && !run.keepCandidate()) {
            publish(run, version);
        }
    }

    private void publish(TrainingRun run, int version) {
        try {
            wait(publishModel.publish(run.kind(), version, run.actor()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %d was trained, but could not be published", run.kind(), version);
        }
    }

    private void end(TrainingRun run, TrainingRun.State state, String failure) {
        wait(runs.end(run.id(), state, failure));
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(LONGEST_CALL);
    }
}
