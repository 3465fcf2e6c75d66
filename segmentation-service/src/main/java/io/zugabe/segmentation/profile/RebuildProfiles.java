package io.zugabe.segmentation.profile;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.LogTail;
import io.zugabe.segmentation.profile.ProjectProfiles.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Builds all profiles anew from the whole log, archives first, while the old ones are served and brought
 * forward. When the new ones are as far as the old, they change places in one transaction. A rebuild
 * that a crash interrupts goes on where it was. What is derived from profiles follows by a sweep.
 */
@ApplicationScoped
public class RebuildProfiles {

    private static final Logger LOG = Logger.getLogger(RebuildProfiles.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BEHIND = Duration.ofMillis(50);

    private final RebuildStore store;
    private final LogTail tail;
    private final Clock clock;
    private final ProjectProfiles projectShadow;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean stopping;

    public RebuildProfiles(EventLog log, EventDecoder decoder, RebuildStore store, LogTail tail, Clock clock) {
        this.store = store;
        this.tail = tail;
        this.clock = clock;
        SimpleMeterRegistry unseen = new SimpleMeterRegistry();
        this.projectShadow = new ProjectProfiles(log, decoder, store.shadow(), new ProfilesAdvanced(), unseen);
    }

    void resume(@Observes StartupEvent event) {
        run();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Starts a rebuild unless one runs, and says how far the one that runs is. */
    public Uni<Rebuild> rebuild(String actor) {
        return store.begin(actor, clock.instant())
                .invoke(begun -> {
                    if (begun) {
                        LOG.infof("%s asks for all profiles to be rebuilt from the log", actor);
                    }
                    run();
                })
                .chain(begun -> store.latest())
                .map(Optional::orElseThrow);
    }

    /** The rebuild that runs, or the latest one. */
    public Uni<Optional<Rebuild>> latest() {
        return store.latest();
    }

    private void run() {
        if (running.compareAndSet(false, true)) {
            Uni<Boolean> step = Uni.createFrom()
                    .deferred(this::step)
                    .onFailure()
                    .invoke(failure -> LOG.warnf("The rebuild of profiles is held up: %s; trying again", failure))
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .indefinitely();
            Multi.createBy()
                    .repeating()
                    .uni(() -> step)
                    .whilst(goOn -> goOn && !stopping)
                    .onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(goOn -> {}, failure -> LOG.error("The rebuild of profiles has ended", failure));
        }
    }

    /** One run of the log; true if there is more to do. */
    private Uni<Boolean> step() {
        return store.latest()
                .chain(rebuild -> rebuild.isPresent() && rebuild.get().running()
                        ? projectShadow.project(tail.end()).chain(this::swapIfThere)
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> swapIfThere(ProjectProfiles.Result result) {
        if (result.outcome() != Outcome.CAUGHT_UP) {
            return Uni.createFrom().item(true);
        }
        return store.swap(clock.instant())
                .chain(swapped -> swapped
                        ? Uni.createFrom().item(false)
                        : Uni.createFrom().item(true).onItem().delayIt().by(BEHIND));
    }
}
