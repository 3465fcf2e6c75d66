package io.zugabe.recommendation.baskets.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.baskets.Basket;
import io.zugabe.recommendation.baskets.CountBaskets;
import io.zugabe.recommendation.baskets.OrderEvents;
import io.zugabe.recommendation.upstream.Reached;
import io.zugabe.recommendation.upstream.Upstream;
import io.zugabe.recommendation.upstream.UpstreamConfig;
import io.zugabe.recommendation.upstream.adapter.LogFollower;
import io.zugabe.recommendation.upstream.adapter.LogReader;
import io.zugabe.segmentation.v1.SubscribeResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Follows the log of orders and refunds: into the database first, then into the index in memory. After
 * a start the index is read from the database and goes on from where that stands.
 */
@Singleton
public class OrderFollower implements LogReader<OrderEvents> {

    private static final Logger LOG = Logger.getLogger(OrderFollower.class);

    private final OrderStore store;
    private final CountBaskets counter;
    private final LogFollower<OrderEvents> follower;
    private final Counter skipped;
    private final AtomicLong unmatched = new AtomicLong();

    public OrderFollower(
            Upstream upstream, UpstreamConfig config, OrderStore store, CountBaskets counter, MeterRegistry metrics) {
        this.store = store;
        this.counter = counter;
        this.follower = new LogFollower<>(this, upstream, config);
        this.skipped = metrics.counter("zugabe.baskets.skipped.lines");
        metrics.gauge("zugabe.baskets.lag", follower, LogFollower::lag);
        metrics.gauge("zugabe.baskets.unmatched.refunds", unmatched);
    }

    void start(@Observes StartupEvent event) {
        follower.start(() -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<String> kinds() {
        return List.of("purchase", "refund", "subjects_erased");
    }

    /** The position is read first: what is added meanwhile comes again with the stream and changes nothing. */
    @Override
    public Uni<Reached> load() {
        return store.reached().call(stored -> loadPages(0, stored)).call(this::countUnmatched);
    }

    private Uni<Integer> loadPages(int after, Reached stored) {
        return store.page(after)
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().item(after)
                        : counter.take(page, stored.position()).chain(() -> loadPages(last(page), stored)));
    }

    private static int last(List<Basket> page) {
        return page.getLast().number();
    }

    @Override
    public List<OrderEvents> runs(SubscribeResponse message, Reached before) {
        boolean nothingNew = message.getEventsCount() == 0 && before.log().equals(message.getLogId());
        return nothingNew ? List.of() : OrderMapping.orders(message);
    }

    @Override
    public Uni<Reached> take(OrderEvents events, Reached before) {
        noteSkipped(events);
        return store.append(events, before.generation())
                .chain(baskets -> counter.take(baskets, events.position()))
                .call(this::countUnmatched)
                .replaceWith(() -> before.upTo(events.position(), events.log()));
    }

    @Override
    public Uni<Reached> forget(long generation) {
        return store.forget(generation).call(counter::forget);
    }

    private void noteSkipped(OrderEvents events) {
        if (events.skipped() > 0) {
            skipped.increment(events.skipped());
            LOG.warnf("%d lines up to position %d cannot be stored", events.skipped(), events.position());
        }
    }

    private Uni<Void> countUnmatched() {
        return store.unmatchedRefunds().invoke(unmatched::set).replaceWithVoid();
    }
}
