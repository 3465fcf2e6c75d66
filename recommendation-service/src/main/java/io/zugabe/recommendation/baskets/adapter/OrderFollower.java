package io.zugabe.recommendation.baskets.adapter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.stream.StreamFollower;
import io.zugabe.recommendation.baskets.Basket;
import io.zugabe.recommendation.baskets.CountBaskets;
import io.zugabe.recommendation.baskets.OrderEvents;
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
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Follows the log of orders and refunds: into the database first, then into the index in memory. After
 * a start the index is read from the database and goes on from where that stands. If the log turns out
 * to be another one than before, everything read is forgotten and the new log is read from its start.
 */
@Singleton
public class OrderFollower {

    private static final Logger LOG = Logger.getLogger(OrderFollower.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Upstream upstream;
    private final OrderStore store;
    private final CountBaskets counter;
    private final StreamFollower<SubscribeResponse> follower;
    private final Counter skipped;
    private final AtomicLong unmatched = new AtomicLong();
    private volatile Reached reached = new Reached(0, "", 0);
    private volatile OptionalLong end = OptionalLong.empty();
    private volatile boolean replaced;

    public OrderFollower(
            Upstream upstream, UpstreamConfig config, OrderStore store, CountBaskets counter, MeterRegistry metrics) {
        this.upstream = upstream;
        this.store = store;
        this.counter = counter;
        this.follower =
                new StreamFollower<>("orders", this::open, this::handle, config.longestSilence(), Clock.systemUTC());
        this.skipped = metrics.counter("zugabe.baskets.skipped.lines");
        metrics.gauge("zugabe.baskets.lag", this, OrderFollower::lag);
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
        return store.reached()
                .invoke(stored -> reached = stored)
                .chain(() -> loadPages(0))
                .invoke(last -> LOG.infof("%d baskets are here, log read up to %d", last, position()))
                .chain(this::countUnmatched);
    }

    private Uni<Integer> loadPages(int after) {
        return store.page(after)
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().item(after)
                        : counter.take(page, position()).chain(() -> loadPages(last(page))));
    }

    private static int last(List<Basket> page) {
        return page.getLast().number();
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
                                .addKinds("purchase")
                                .addKinds("refund")
                                .addKinds("subjects_erased")
                                .build())
                .onFailure()
                .transform(LogReplacedException::told)
                .onFailure(LogReplacedException.class)
                .invoke(() -> replaced = true);
    }

    /** The lag is unknown until the new log tells its end. */
    private Uni<Reached> startOver() {
        return store.forget(reached.generation()).call(counter::forget).invoke(start -> {
            LOG.warnf(
                    "The event log was replaced: what was read of it up to %d is forgotten, reading from 0",
                    position());
            end = OptionalLong.empty();
            reached = start;
            replaced = false;
        });
    }

    private Uni<Void> handle(SubscribeResponse message) {
        Reached before = reached;
        end = OptionalLong.of(message.getEndPosition());
        if (message.getEventsCount() == 0 && before.log().equals(message.getLogId())) {
            reached = before.upTo(message.getPosition(), message.getLogId());
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(OrderMapping.orders(message))
                .onItem()
                .transformToUniAndConcatenate(events -> take(events, before))
                .collect()
                .asList()
                .chain(this::countUnmatched);
    }

    private Uni<Void> take(OrderEvents events, Reached before) {
        noteSkipped(events);
        return store.append(events, before.generation())
                .onFailure(LogReplacedException.class)
                .invoke(() -> replaced = true)
                .chain(baskets -> counter.take(baskets, events.position()))
                .invoke(() -> reached = before.upTo(events.position(), events.log()));
    }

    private void noteSkipped(OrderEvents events) {
        if (events.skipped() > 0) {
            skipped.increment(events.skipped());
            LOG.warnf("%d lines up to position %d cannot be stored", events.skipped(), events.position());
        }
    }

    private long position() {
        return reached.position();
    }

    /** Positions of the log that are not read yet; not a number while its end is unknown. */
    private double lag() {
        OptionalLong known = end;
        return known.isEmpty() ? Double.NaN : Math.max(0, known.getAsLong() - position());
    }

    private Uni<Void> countUnmatched() {
        return store.unmatchedRefunds().invoke(unmatched::set).replaceWithVoid();
    }
}
