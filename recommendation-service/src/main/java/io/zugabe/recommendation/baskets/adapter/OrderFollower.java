package io.zugabe.recommendation.baskets.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.stream.StreamFollower;
import io.zugabe.recommendation.baskets.Basket;
import io.zugabe.recommendation.baskets.CountBaskets;
import io.zugabe.recommendation.upstream.PacedStream;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Follows the log of orders and refunds: into the database first, then into the index in memory. After
 * a start the index is read from the database and goes on from where that stands.
 */
@Singleton
public class OrderFollower {

    private static final Logger LOG = Logger.getLogger(OrderFollower.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Upstream upstream;
    private final OrderStore store;
    private final CountBaskets counter;
    private final StreamFollower<SubscribeResponse> follower;
    private final AtomicLong position = new AtomicLong();
    private final AtomicLong end = new AtomicLong();
    private final AtomicLong unmatched = new AtomicLong();

    public OrderFollower(
            Upstream upstream, UpstreamConfig config, OrderStore store, CountBaskets counter, MeterRegistry metrics) {
        this.upstream = upstream;
        this.store = store;
        this.counter = counter;
        this.follower =
                new StreamFollower<>("orders", this::open, this::handle, config.longestSilence(), Clock.systemUTC());
        metrics.gauge("zugabe.baskets.lag", this, self -> Math.max(0, self.end.get() - self.position.get()));
        metrics.gauge("zugabe.baskets.unmatched.refunds", unmatched);
    }

    void start(@Observes StartupEvent event) {
        load().onFailure()
                .invoke(failure -> LOG.warnf("orders: %s; reading them again", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(ignored -> follower.start(), failure -> LOG.error("Orders could not be read", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    /** The position is read first: what is added meanwhile comes again with the stream and changes nothing. */
    private Uni<Void> load() {
        return store.position()
                .invoke(position::set)
                .chain(() -> loadPages(0))
                .invoke(last -> LOG.infof("%d baskets are here, log read up to %d", last, position.get()))
                .chain(this::countUnmatched);
    }

    private Uni<Integer> loadPages(int after) {
        return store.page(after)
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().item(after)
                        : counter.take(page, position.get()).chain(() -> loadPages(last(page))));
    }

    private static int last(List<Basket> page) {
        return page.getLast().number();
    }

    private Multi<SubscribeResponse> open() {
        return PacedStream.open(
                upstream.segmentation(),
                EventServiceGrpc.getSubscribeMethod(),
                SubscribeRequest.newBuilder()
                        .setPosition(position.get())
                        .addKinds("purchase")
                        .addKinds("refund")
                        .build());
    }

    private Uni<Void> handle(SubscribeResponse message) {
        end.set(message.getEndPosition());
        if (message.getEventsCount() == 0) {
            position.accumulateAndGet(message.getPosition(), Math::max);
            return Uni.createFrom().voidItem();
        }
        return store.append(OrderMapping.orders(message))
                .chain(baskets -> counter.take(baskets, message.getPosition()))
                .invoke(() -> position.accumulateAndGet(message.getPosition(), Math::max))
                .chain(this::countUnmatched);
    }

    private Uni<Void> countUnmatched() {
        return store.unmatchedRefunds().invoke(unmatched::set).replaceWithVoid();
    }
}
