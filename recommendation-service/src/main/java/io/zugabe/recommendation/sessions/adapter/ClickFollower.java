package io.zugabe.recommendation.sessions.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.stream.StreamFollower;
import io.zugabe.recommendation.sessions.ClickRun;
import io.zugabe.recommendation.sessions.SessionsConfig;
import io.zugabe.recommendation.sessions.TrackSessions;
import io.zugabe.recommendation.upstream.PacedStream;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.recommendation.upstream.adapter.LogReplacedException;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Follows the log of what visitors look at into the index in memory, and saves that every few seconds.
 * After a start the index is read from the database and goes on from where that stands. If the log turns
 * out to be another one than before, everything read is forgotten and the new log is read from its start.
 */
@Singleton
public class ClickFollower {

    private static final Logger LOG = Logger.getLogger(ClickFollower.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SAVE = Duration.ofSeconds(30);
    private static final Duration LONGEST_LAST_SAVE = Duration.ofSeconds(5);
    private static final int BEFORE_THE_FIRST = -1;

    private final Upstream upstream;
    private final SessionStore store;
    private final TrackSessions tracker;
    private final Duration saveEvery;
    private final StreamFollower<SubscribeResponse> follower;
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sessions-saver").daemon().factory());
    private volatile Reached reached = Reached.NOTHING;
    private volatile OptionalLong end = OptionalLong.empty();
    private volatile boolean replaced;

    public ClickFollower(
            Upstream upstream,
            UpstreamConfig config,
            SessionsConfig sessions,
            SessionStore store,
            TrackSessions tracker,
            MeterRegistry metrics) {
        this.upstream = upstream;
        this.store = store;
        this.tracker = tracker;
        this.saveEvery = sessions.saveEvery();
        this.follower =
                new StreamFollower<>("clicks", this::open, this::handle, config.longestSilence(), Clock.systemUTC());
        metrics.gauge("zugabe.sessions.lag", this, ClickFollower::lag);
    }

    void start(@Observes StartupEvent event) {
        load().onFailure()
                .invoke(failure -> LOG.warnf("clicks: %s; reading them again", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(ignored -> follow(), failure -> LOG.error("Sessions could not be read", failure));
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

    private void follow() {
        follower.start();
        long pause = saveEvery.toMillis();
        saver.scheduleWithFixedDelay(() -> save(LONGEST_SAVE), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Begins with nothing: a first attempt may have failed half-way. */
    private Uni<Void> load() {
        return store.reached()
                .invoke(stored -> reached = stored)
                .call(tracker::forget)
                .chain(stored -> loadPages(BEFORE_THE_FIRST, stored))
                .invoke(() -> LOG.infof("sessions are here, log read up to %d", reached.position()))
                .replaceWithVoid();
    }

    private Uni<Void> loadPages(int after, Reached stored) {
        return store.pages(after)
                .chain(pages -> pages.last() == after
                        ? Uni.createFrom().voidItem()
                        : tracker.restore(pages.sessions(), stored).chain(() -> loadPages(pages.last(), stored)));
    }

    private Multi<SubscribeResponse> open() {
        return replaced ? startOver().onItem().transformToMulti(ignored -> subscribe()) : subscribe();
    }

    private Multi<SubscribeResponse> subscribe() {
        Reached from = reached;
        return PacedStream.open(
                        upstream.segmentation(),
                        EventServiceGrpc.getSubscribeMethod(),
                        SubscribeRequest.newBuilder()
                                .setPosition(from.position())
                                .setLogId(from.log())
                                .addKinds("view_item")
                                .addKinds("add_to_cart")
                                .addKinds("subjects_erased")
                                .setSubscriberName("sessions")
                                .build())
                .onFailure()
                .transform(LogReplacedException::told)
                .onFailure(LogReplacedException.class)
                .invoke(() -> replaced = true);
    }

    private Uni<Reached> startOver() {
        return store.forget(reached.generation()).call(tracker::forget).invoke(start -> {
            LOG.warnf("The event log was replaced: sessions read up to %d are forgotten", reached.position());
            end = OptionalLong.empty();
            reached = start;
            replaced = false;
        });
    }

    private Uni<Void> handle(SubscribeResponse message) {
        end = OptionalLong.of(message.getEndPosition());
        if (reached.isOfAnotherLogThan(message.getLogId())) {
            replaced = true;
            return Uni.createFrom().failure(new LogReplacedException("the log at hand is not the one read before"));
        }
        return Multi.createFrom()
                .iterable(ClickMapping.runs(message))
                .onItem()
                .transformToUniAndConcatenate(this::take)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> take(ClickRun run) {
        Reached upTo = reached.upTo(run.position(), run.log());
        return tracker.take(run, upTo).invoke(() -> reached = upTo);
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

    /** Positions of the log that are not read yet; not a number while its end is unknown. */
    private double lag() {
        OptionalLong known = end;
        return known.isEmpty() ? Double.NaN : Math.max(0, known.getAsLong() - reached.position());
    }
}
