package io.zugabe.catalog.watch.endpoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.zugabe.catalog.live.CatalogConfig;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.Follower;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens streams of the catalog. Each has a virtual thread that waits for changes and for its connection. */
@Singleton
public final class CatalogWatch {

    private static final int MOST_FOLLOWERS = 500;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final CatalogFeed feed;
    private final CatalogConfig config;
    private final Set<Thread> sessions = ConcurrentHashMap.newKeySet();

    CatalogWatch(CatalogFeed feed, CatalogConfig config, MeterRegistry metrics) {
        this.feed = feed;
        this.config = config;
        metrics.gauge("zugabe.catalog.followers", sessions, Set::size);
    }

    /** Number of streams that are open. */
    int followers() {
        return sessions.size();
    }

    /** Streams the catalog and its changes until the caller cancels. */
    public Multi<WatchCatalogResponse> watch(WatchCatalogRequest request) {
        Violations violations = Violations.ofRequest();
        violations.check(
                request.getPosition().isEmpty() || WatchPosition.isWellFormed(request.getPosition()),
                "position",
                request.getPosition(),
                "is no position of this stream; leave it empty to start with a snapshot");
        violations.throwIfAny();
        if (sessions.size() >= MOST_FOLLOWERS) {
            throw ZugabeException.retryable(
                    KitReason.OVERLOADED, "this replica has %,d followers already".formatted(MOST_FOLLOWERS), RETRY);
        }
        LiveCatalog catalog = feed.loadedCatalog();
        OutboundFlow flow = OutboundFlow.CURRENT.get();
        if (flow == null) {
            throw new IllegalStateException("the call has no flow control");
        }
        return Multi.createFrom()
                .emitter(emitter -> start(request, catalog, flow, emitter), BackPressureStrategy.BUFFER);
    }

    void stop(@Observes ShutdownEvent event) {
        sessions.forEach(Thread::interrupt);
    }

    private void start(
            WatchCatalogRequest request,
            LiveCatalog catalog,
            OutboundFlow flow,
            MultiEmitter<? super WatchCatalogResponse> emitter) {
        Outbound out = new Outbound(emitter, flow, config.followerPatience());
        Thread thread = Thread.ofVirtual().name("watch-catalog").unstarted(() -> run(request, catalog, out, emitter));
        sessions.add(thread);
        emitter.onTermination(thread::interrupt);
        thread.start();
    }

    private void run(
            WatchCatalogRequest request,
            LiveCatalog catalog,
            Outbound out,
            MultiEmitter<? super WatchCatalogResponse> emitter) {
        Follower follower = catalog.follow(config.followerCapacity());
        try {
            new WatchSession(catalog, follower, out, config.heartbeatInterval())
                    .run(request.getPosition(), feed.deletionFloor());
        } catch (InterruptedException _) {
            emitter.complete(); // cancelled, or this replica is shutting down; a follower opens the stream again
        } catch (RuntimeException failure) {
            emitter.fail(failure);
        } finally {
            catalog.unfollow(follower);
            sessions.remove(Thread.currentThread());
        }
    }
}
