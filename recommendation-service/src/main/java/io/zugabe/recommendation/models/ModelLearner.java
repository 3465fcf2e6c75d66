package io.zugabe.recommendation.models;

import io.zugabe.recommendation.models.ModelArchive.Kept;
import io.zugabe.recommendation.models.domain.ModelBytes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Learns one kind of model, on one thread of its own with the least priority. A model is kept before it
 * is served, so that a restart serves it at once; of several replicas one learns, and all take the latest
 * that is kept. Decisions read the last published model and never wait.
 *
 * @param <M> the model
 */
public final class ModelLearner<M> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ModelLearner.class);
    private static final Duration LONGEST_QUERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_LEARNING = Duration.ofHours(2);
    private static final double TO_SECONDS = 1e-9;

    /** Of a model that was not learned from the log. */
    private static final long NO_GENERATION = -1;

    private final Learnable<M> learnable;
    private final ModelArchive archive;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private Kept inForce = Kept.NONE;
    private String unreadable = "";

    public ModelLearner(Learnable<M> learnable, ModelArchive archive, Clock clock) {
        this.learnable = learnable;
        this.archive = archive;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
                .name(learnable.kind())
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory());
    }

    /** Looks at once, and from then on every so often, whether there is something to serve or to learn. */
    public void start(Duration every) {
        thread.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** What fails now is tried again at the next look; what is served stays as it is. */
    private void look() {
        try {
            long generation =
                    learnable.isOfTheLog() ? archive.generation().await().atMost(LONGEST_QUERY) : NO_GENERATION;
            takeLatest(generation);
            if (learnable.isDue(Duration.between(inForce.learned(), clock.instant()))) {
                learnIfClaimed(generation);
            }
        } catch (RuntimeException failure) {
            LOG.warnf("%s: not learned now: %s", learnable.kind(), failure.getMessage());
        }
    }

    private void takeLatest(long generation) {
        Optional<Kept> latest =
                archive.latest(learnable.kind(), generation).await().atMost(LONGEST_QUERY);
        if (latest.isPresent() && !latest.get().version().equals(inForce.version())) {
            if (latest.get().version().equals(unreadable)) {
                return;
            }
            byte[] bytes = archive.load(learnable.kind(), latest.get().version())
                    .await()
                    .atMost(LONGEST_QUERY);
            take(bytes, latest.get());
        } else if (latest.isEmpty() && inForce != Kept.NONE) {
            LOG.warnf(
                    "%s: the event log was replaced; what was learned of the one before is forgotten",
                    learnable.kind());
            inForce = Kept.NONE;
            learnable.forget();
        }
    }

    /** What another release has kept may be of another format: then this one learns its own. */
    private void take(byte[] bytes, Kept kept) {
        try {
            serve(learnable.read(bytes), kept);
        } catch (IllegalArgumentException other) {
            unreadable = kept.version();
            LOG.warnf("%s %s is learned anew: %s", learnable.kind(), kept.version(), other.getMessage());
        }
    }

    private void learnIfClaimed(long generation) {
        if (!archive.claim(learnable.kind(), LONGEST_LEARNING).await().atMost(LONGEST_QUERY)) {
            return;
        }
        try {
            learn(generation);
        } finally {
            learnable.progress(1);
            archive.release(learnable.kind()).await().atMost(LONGEST_QUERY);
        }
    }

    private void learn(long generation) {
        learnable.progress(0);
        long start = System.nanoTime();
        M model = learnable.learn(learnable::progress);
        byte[] bytes = learnable.write(model);
        Kept kept = new Kept(ModelBytes.version(bytes), clock.instant());
        archive.keep(learnable.kind(), kept, generation, bytes).await().atMost(LONGEST_QUERY);
        serve(model, kept);
        LOG.infof(
                "%s %s learned in %.1f s, %d bytes",
                learnable.kind(), kept.version(), (System.nanoTime() - start) * TO_SECONDS, bytes.length);
    }

    private void serve(M model, Kept kept) {
        learnable.publish(model, kept.version());
        inForce = kept;
    }
}
