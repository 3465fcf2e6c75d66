package io.zugabe.recommendation.sessions.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.sessions.ClickRun;
import io.zugabe.recommendation.sessions.SessionsConfig;
import io.zugabe.recommendation.sessions.TrackSessions;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.recommendation.upstream.adapter.LogFollower;
import io.zugabe.recommendation.upstream.adapter.LogReader;
import io.zugabe.segmentation.v1.SubscribeResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows the log of what visitors look at into the index in memory, and saves that every few seconds.
 * After a start the index is read from the database and goes on from where that stands.
 */
@Singleton
public class ClickFollower implements LogReader<ClickRun> {

    private static final Logger LOG = Logger.getLogger(ClickFollower.class);
    private static final Duration LONGEST_SAVE = Duration.ofSeconds(30);
    private static final Duration LONGEST_LAST_SAVE = Duration.ofSeconds(5);
    private static final int BEFORE_THE_FIRST = -1;

    private final SessionStore store;
    private final TrackSessions tracker;
    private final Duration saveEvery;
    private final LogFollower<ClickRun> follower;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sessions-saver").daemon().factory());

    public ClickFollower(
            Upstream upstream,
            UpstreamConfig config,
            SessionsConfig sessions,
            SessionStore store,
            TrackSessions tracker,
            MeterRegistry metrics) {
        this.store = store;
        this.tracker = tracker;
        this.saveEvery = sessions.saveEvery();
        this.follower = new LogFollower<>(this, upstream, config);
        metrics.gauge("zugabe.sessions.lag", follower, LogFollower::lag);
    }

    void start(@Observes StartupEvent event) {
        follower.start(this::saveFromNowOn);
    }

    /**
     * Saves once more, so that a restart need not read the last seconds again; but not beside a save under
     * way, whose pages would be missing if it failed.
     */
    void stop(@Observes ShutdownEvent event) {
        follower.close();
        saver.shutdown();
        try {
            if (saver.awaitTermination(LONGEST_LAST_SAVE.toMillis(), TimeUnit.MILLISECONDS)) {
                save(LONGEST_LAST_SAVE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void saveFromNowOn() {
        long pause = saveEvery.toMillis();
        saver.scheduleWithFixedDelay(() -> save(LONGEST_SAVE), pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public List<String> kinds() {
        return List.of("view_item", "add_to_cart", "subjects_erased");
    }

    /** Begins with nothing: a first attempt may have failed half-way. */
    @Override
    public Uni<Reached> load() {
        return store.reached().call(tracker::forget).call(stored -> loadPages(BEFORE_THE_FIRST, stored));
    }

    private Uni<Void> loadPages(int after, Reached stored) {
        return store.pages(after)
                .chain(pages -> pages.last() == after
                        ? Uni.createFrom().voidItem()
                        : tracker.restore(pages.sessions(), stored).chain(() -> loadPages(pages.last(), stored)));
    }

    @Override
    public List<ClickRun> runs(SubscribeResponse message, Reached before) {
        return ClickMapping.runs(message);
    }

    @Override
    public Uni<Reached> take(ClickRun run, Reached before) {
        Reached upTo = before.upTo(run.position(), run.log());
        return tracker.take(run, upTo).replaceWith(upTo);
    }

    @Override
    public Uni<Reached> forget(long generation) {
        return store.forget(generation).call(tracker::forget);
    }

    private void save(Duration longest) {
        try {
            tracker.changes()
                    .chain(changes -> store.save(changes)
                            .ifNoItem()
                            .after(longest)
                            .fail()
                            .onFailure()
                            .call(() -> tracker.notSaved(changes)))
                    .await()
                    .indefinitely();
        } catch (RuntimeException failure) {
            LOG.warnf("Sessions were not saved: %s", failure.getMessage());
        }
    }
}
