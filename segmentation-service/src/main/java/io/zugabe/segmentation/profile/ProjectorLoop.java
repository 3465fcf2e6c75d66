package io.zugabe.segmentation.profile;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.zugabe.segmentation.log.CommitQueue;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.profile.ProjectProfiles.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the profiles up with the log for as long as the service lives. While appends are pressed, it rests three times as
 * long as it works, unless it is far behind: whoever publishes waits for the acknowledgement, and nobody for the profile of
 * that very moment.
 */
@ApplicationScoped
public class ProjectorLoop {

    private static final Logger LOG = Logger.getLogger(ProjectorLoop.class);
    private static final Duration LONGEST_RUN = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    /** Whoever is overtaken stands by: two instances that race would both do the work. */
    private static final Duration STAND_BY = Duration.ofSeconds(1);

    private static final long REST_PER_WORK = 3;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    /** Further behind than so many events it does not rest, so that what is behind stays bounded. */
    private static final long FAR_BEHIND = 500_000;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ProjectProfiles projectProfiles;
    private final LogTail tail;
    private final CommitQueue appends;
    private final AtomicLong projected = new AtomicLong();
    private volatile @Nullable Cancellable running;

    public ProjectorLoop(ProjectProfiles projectProfiles, LogTail tail, CommitQueue appends, MeterRegistry metrics) {
        this.projectProfiles = projectProfiles;
        this.tail = tail;
        this.appends = appends;
        metrics.gauge("zugabe.profiles.lag.events", this, ProjectorLoop::lag);
    }

    void start(@Observes StartupEvent event) {
        Uni<Result> step = Uni.createFrom()
                .deferred(this::step)
                .onFailure()
                .invoke(failure -> LOG.warnf("Profiles could not be brought forward: %s; trying again", failure))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
        running = Multi.createBy()
                .repeating()
                .uni(() -> step)
                .indefinitely()
                .subscribe()
                .with(ignored -> {}, failure -> LOG.error("Profiles are no longer brought forward", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        Cancellable current = running;
        if (current != null) {
            current.cancel();
        }
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
                        ? rest(result, worked)
                        : Uni.createFrom().item(result);
            case CAUGHT_UP -> tail.awaitBeyond(result.position(), LONGEST_WAIT).replaceWith(result);
            case OVERTAKEN -> Uni.createFrom().item(result).onItem().delayIt().by(STAND_BY);
        };
    }

    private static Uni<Result> rest(Result result, Duration worked) {
        Duration rest = Duration.ofNanos(Math.min(REST_PER_WORK * worked.toNanos(), LONGEST_REST.toNanos()));
        return Uni.createFrom().item(result).onItem().delayIt().by(rest);
    }

    private long lag() {
        return Math.max(0, tail.end() - projected.get());
    }
}
