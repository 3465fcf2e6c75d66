package io.zugabe.segmentation.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.AdvanceAssessments.Result;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.profile.ProfileStore;
import io.zugabe.segmentation.profile.ProfilesAdvanced;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the assessments up with the profiles for as long as the service lives. One step at a time, so it
 * takes one core at most; while the profiles lag behind the log, it works a tenth of the time: who is
 * assessed then would be assessed again for the events that are still to come.
 */
@ApplicationScoped
public class AssessmentLoop {

    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_TRAITS = Duration.ofSeconds(2);

    /** From here on the profiles count as lagging. */
    private static final long LAG = 5_000;

    /** While the profiles lag, a rest is so many times as long as the work before it. */
    private static final long REST_PER_WORK = 9;

    private static final Duration LONGEST_REST = Duration.ofMillis(400);

    private final AdvanceAssessments advanceAssessments;
    private final ProfileStore profiles;
    private final ProfilesAdvanced advanced;
    private final CurrentFeatures features;
    private final LogTail tail;
    private final AtomicLong projected = new AtomicLong();
    private final AtomicLong assessed = new AtomicLong();
    private final Repeating running = new Repeating("Assessing customers");
    private long looked = System.nanoTime() - LOOK_FOR_TRAITS.toNanos();
    private volatile long rested = System.nanoTime();

    public AssessmentLoop(
            AdvanceAssessments advanceAssessments,
            ProfileStore profiles,
            ProfilesAdvanced advanced,
            CurrentFeatures features,
            LogTail tail,
            MeterRegistry metrics) {
        this.advanceAssessments = advanceAssessments;
        this.profiles = profiles;
        this.advanced = advanced;
        this.features = features;
        this.tail = tail;
        metrics.gauge("zugabe.assessment.lag.events", this, AssessmentLoop::lag);
    }

    void start(@Observes StartupEvent event) {
        running.endlessly(this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        running.stop();
    }

    private Uni<Result> step() {
        return lookForTraits()
                .chain(profiles::progress)
                .map(ProfileStore.Progress::position)
                .invoke(projected::set)
                .chain(end -> advanceAssessments.advance(end, this::rest))
                .ifNoItem()
                .after(LONGEST_STEP)
                .fail()
                .invoke(result -> assessed.set(result.position()))
                .chain(this::pause);
    }

    private Uni<Void> lookForTraits() {
        long now = System.nanoTime();
        if (now - looked < LOOK_FOR_TRAITS.toNanos()) {
            return Uni.createFrom().voidItem();
        }
        looked = now;
        return features.refresh();
    }

    private Uni<Void> rest() {
        if (tail.end() - Math.max(projected.get(), advanced.position()) <= LAG) {
            rested = System.nanoTime();
            return Uni.createFrom().voidItem();
        }
        Duration worked = Duration.ofNanos(System.nanoTime() - rested);
        return Repeating.rest(worked, REST_PER_WORK, LONGEST_REST).invoke(() -> rested = System.nanoTime());
    }

    private Uni<Result> pause(Result result) {
        return switch (result.outcome()) {
            case ADVANCED -> Uni.createFrom().item(result);
            case CAUGHT_UP ->
                advanced.awaitBeyond(result.position(), LONGEST_WAIT).replaceWith(result);
            case OVERTAKEN -> Uni.createFrom().item(result).onItem().delayIt().by(STAND_BY);
        };
    }

    private long lag() {
        return Math.max(0, tail.end() - assessed.get());
    }
}
