package io.zugabe.recommendation.replica.adapter;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.WatchCatalogRequest;
import io.zugabe.catalog.v1.WatchCatalogResponse;
import io.zugabe.kit.stream.StreamFollower;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.upstream.PacedStream;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Keeps the replica up to date. Changes are applied as they come and published together every few
 * milliseconds, so that a bulk import does not make a snapshot per product.
 */
@Singleton
public class CatalogFollower {

    private static final Logger LOG = Logger.getLogger(CatalogFollower.class);
    private static final long PUBLISH_EVERY_MILLIS = 50;
    private static final long RANK_EVERY_SECONDS = 30;

    private final Upstream upstream;
    private final CatalogReplica replica;
    private final BasketModels baskets;
    private final Clock clock;
    private final CatalogApplier applier;
    private final StreamFollower<WatchCatalogResponse> follower;
    private final ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("replica").daemon().factory());
    private final Object writer = new Object();
    private long rankedPosition;

    public CatalogFollower(
            Upstream upstream,
            UpstreamConfig config,
            CatalogReplica replica,
            BasketModels baskets,
            ProductIds ids,
            ShopPrices prices) {
        this.upstream = upstream;
        this.replica = replica;
        this.baskets = baskets;
        this.clock = Clock.systemUTC();
        this.applier = new CatalogApplier(ids, prices);
        this.follower = new StreamFollower<>("catalog", this::open, this::handle, config.longestSilence(), clock);
    }

    void start(@Observes StartupEvent event) {
        publisher.scheduleWithFixedDelay(
                this::publishChanges, PUBLISH_EVERY_MILLIS, PUBLISH_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        publisher.scheduleWithFixedDelay(this::rankAnew, 1, RANK_EVERY_SECONDS, TimeUnit.SECONDS);
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
        publisher.shutdownNow();
    }

    private Multi<WatchCatalogResponse> open() {
        String position;
        synchronized (writer) {
            position = applier.reopen();
        }
        return PacedStream.open(
                upstream.catalog(),
                CatalogServiceGrpc.getWatchCatalogMethod(),
                WatchCatalogRequest.newBuilder().setPosition(position).build());
    }

    private Uni<Void> handle(WatchCatalogResponse message) {
        synchronized (writer) {
            if (applier.apply(message)) {
                publish();
                LOG.infof(
                        "The catalog is here: %d products",
                        replica.current().orElseThrow().size());
            }
        }
        replica.heard();
        return Uni.createFrom().voidItem();
    }

    private void publishChanges() {
        try {
            synchronized (writer) {
                if (applier.hasChanged(clock.instant().getEpochSecond())) {
                    publish();
                }
            }
        } catch (RuntimeException defect) {
            LOG.error("The catalog's changes could not be published", defect);
        }
    }

    private void publish() {
        applier.publish(
                        clock.instant().getEpochSecond(),
                        number -> baskets.current().keptOf(number))
                .ifPresent(replica::publish);
    }

    /** What sells has changed: rank products by it, now and then. */
    private void rankAnew() {
        long position = baskets.current().position();
        if (position != rankedPosition) {
            rankedPosition = position;
            synchronized (writer) {
                applier.rankAnew();
            }
        }
    }
}
