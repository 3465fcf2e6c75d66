package io.zugabe.segmentation.profile;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.CommitQueue;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.profile.ProjectProfiles.Result;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the profiles up with the log for as long as the service lives. While appends are pressed, it rests three times as
 * long as it works, unless it is far behind: whoever publishes waits for the acknowledgement, and nobody for the profile of
 * that very moment. Something that must count at once ends the rest.
 */
@ApplicationScoped
public class ProjectorLoop {

    private static final Duration LONGEST_RUN = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    /** Whoever is overtaken stands by: two instances that race would both do the work. */
    private static final Duration STAND_BY = Duration.ofSeconds(1);

    private static final long REST_PER_WORK = 3;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    /** Further behind than so many events it does not rest, so that what is behind stays bounded. */
    private static final long FAR_BEHIND = 500_000;

    private final ProjectProfiles projectProfiles;
    private final LogTail tail;
    private final CommitQueue appends;
    private final AtomicLong projected = new AtomicLong();
    private final Repeating running = new Repeating("Bringing profiles forward");

    public ProjectorLoop(ProjectProfiles projectProfiles, LogTail tail, CommitQueue appends, MeterRegistry metrics) {
        this.projectProfiles = projectProfiles;
        this.tail = tail;
        this.appends = appends;
        metrics.gauge("zugabe.profiles.lag.events", this, ProjectorLoop::lag);
    }

    void start(@Observes StartupEvent event) {
        running.endlessly(this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        running.stop();
    }

    private Uni<Result> step() {
        long began = System.nanoTime();
        return projectProfiles
                .project(tail.end())
                .ifNoItem()
                .after(LONGEST_RUN)
                .fail()
                .invoke(result -> projected.set(result.position()))
                .chain(result -> pause(result, Duration.ofNanos(System.nanoTime() - began)));
    }

    private Uni<Result> pause(Result result, Duration worked) {
        return switch (result.outcome()) {
            case ADVANCED ->
                appends.pressed() && lag() < FAR_BEHIND
                        ? tail.rest(result.position(), rest(worked)).replaceWith(result)
                        : Uni.createFrom().item(result);
            case CAUGHT_UP -> tail.awaitBeyond(result.position(), LONGEST_WAIT).replaceWith(result);
            case OVERTAKEN -> Uni.createFrom().item(result).onItem().delayIt().by(STAND_BY);
        };
    }

    private static Duration rest(Duration worked) {
        return Duration.ofNanos(Math.min(REST_PER_WORK * worked.toNanos(), LONGEST_REST.toNanos()));
    }

    private long lag() {
        return Math.max(0, tail.end() - projected.get());
    }
}
