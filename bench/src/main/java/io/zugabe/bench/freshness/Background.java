package io.zugabe.bench.freshness;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import io.zugabe.bench.Bench;
import io.zugabe.bench.running.EventPublisher;
import io.zugabe.bench.running.Messages;
import io.zugabe.bench.running.RunningServices;
import io.zugabe.bench.shop.Shelf;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.Purchase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Other shoppers meanwhile: 200 events and 20 decisions a second, by the clock. Nine events in ten are
 * looks at products, one in twenty puts something in the cart, one in twenty is an order of two products.
 */
final class Background implements AutoCloseable {

    private static final int EVENTS_PER_TICK = 20;
    private static final int DECISIONS_PER_TICK = 2;
    private static final int TICK_MILLIS = 100;
    private static final int SHOPPERS = 20_000;

    private final SplittableRandom random = new SplittableRandom(3);
    private final Shelf shelf;
    private final EventPublisher publisher;
    private final RecommendationServiceGrpc.RecommendationServiceStub recommendation;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final AtomicLong decisions = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final long began = System.nanoTime();
    private long made;

    Background(RunningServices services, Shelf shelf) {
        this.shelf = shelf;
        this.publisher = new EventPublisher(services.segmentation());
        this.recommendation = RecommendationServiceGrpc.newStub(services.recommendation());
        clock.scheduleAtFixedRate(this::publish, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
        clock.scheduleAtFixedRate(this::decide, 50, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        try {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < EVENTS_PER_TICK; i++) {
                events.add(event());
            }
            publisher.publish(events);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            failures.incrementAndGet();
        }
    }

    private Event event() {
        Timestamp now = Messages.timestamp(Instant.now());
        Event.Builder event = Event.newBuilder()
                .setEventId("background-" + made++)
                .setEventTime(now)
                .setCustomerId("other-" + random.nextInt(SHOPPERS))
                .setChannel("web");
        int dice = random.nextInt(20);
        ItemEvent.Builder items = ItemEvent.newBuilder().addItems(item());
        if (dice == 0) {
            event.setPurchase(Purchase.newBuilder()
                    .setOrderId("background-" + made)
                    .addItems(item())
                    .addItems(item()));
        } else if (dice == 1) {
            event.setAddToCart(items);
        } else {
            event.setViewItem(items);
        }
        return event.build();
    }

    private Item item() {
        Shelf.Tag tag = shelf.tag(random.nextInt(shelf.size()));
        return Item.newBuilder()
                .setProductId(tag.id())
                .setQuantity(1)
                .setPrice(Messages.money(tag.price()))
                .build();
    }

    private void decide() {
        SplittableRandom own = new SplittableRandom(decisions.get());
        for (int i = 0; i < DECISIONS_PER_TICK; i++) {
            recommendation
                    .withDeadlineAfter(60, TimeUnit.SECONDS)
                    .recommend(
                            RecommendRequest.newBuilder()
                                    .setCustomerId("other-" + own.nextInt(SHOPPERS))
                                    .setPlacement(Placement.PLACEMENT_PRODUCT_PAGE)
                                    .addAnchorProductIds(
                                            shelf.tag(own.nextInt(shelf.size())).id())
                                    .build(),
                            new Counted());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        double seconds = (System.nanoTime() - began) / 1e9;
        Bench.say(
                "Meanwhile: %.0f events and %.0f decisions a second by other shoppers, %d failures",
                publisher.published() / seconds, decisions.get() / seconds, failures.get());
    }

    private final class Counted implements StreamObserver<RecommendResponse> {

        @Override
        public void onNext(RecommendResponse response) {
            decisions.incrementAndGet();
        }

        @Override
        public void onError(Throwable problem) {
            failures.incrementAndGet();
        }

        @Override
        public void onCompleted() {}
    }
}
