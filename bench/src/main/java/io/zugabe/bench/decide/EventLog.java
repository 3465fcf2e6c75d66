package io.zugabe.bench.decide;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.zugabe.bench.fit.SyntheticCatalog;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetProfileResponse;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.ProfileServiceGrpc;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Speaks for segmentation-service: {@code Subscribe} with orders and visits made up from their position, and
 * {@code GetProfile}, which knows nobody and counts how often it is asked.
 */
final class EventLog extends EventServiceGrpc.EventServiceImplBase {

    private static final String LOG_ID = "5f0c7c52-6c53-4a5e-9c5e-0d5ab60f4e4e";
    private static final long SEED = 23;
    private static final int RUN = 500;
    private static final int CLICKS_OF_A_VISIT = 4;

    private final BestSellers bestSellers;
    private final int orders;
    private final int visits;
    private final long begin = Instant.now().minusSeconds(30 * 86_400L).getEpochSecond();
    private final CountDownLatch released = new CountDownLatch(1);
    private final LongAdder profilesAsked = new LongAdder();

    EventLog(BestSellers bestSellers, int orders, int visits) {
        this.bestSellers = bestSellers;
        this.orders = orders;
        this.visits = visits;
    }

    /** Lets the events go; before, subscribers see an empty log. */
    void release() {
        released.countDown();
    }

    int orders() {
        return orders;
    }

    /** How often a profile was asked for by gRPC. */
    long profilesAsked() {
        return profilesAsked.sum();
    }

    ProfileServiceGrpc.ProfileServiceImplBase profiles() {
        return new ProfileServiceGrpc.ProfileServiceImplBase() {
            @Override
            public void getProfile(GetProfileRequest request, StreamObserver<GetProfileResponse> responses) {
                profilesAsked.increment();
                responses.onError(Status.NOT_FOUND.asRuntimeException());
            }
        };
    }

    @Override
    public void subscribe(SubscribeRequest request, StreamObserver<SubscribeResponse> responses) {
        ServerCallStreamObserver<SubscribeResponse> out = (ServerCallStreamObserver<SubscribeResponse>) responses;
        out.setOnCancelHandler(() -> {});
        Thread.ofVirtual().start(() -> follow(request, out));
    }

    private void follow(SubscribeRequest request, ServerCallStreamObserver<SubscribeResponse> out) {
        List<String> kinds = request.getKindsList();
        boolean wantsOrders = kinds.isEmpty() || kinds.contains("purchase");
        boolean wantsVisits = kinds.isEmpty() || kinds.contains("view_item");
        try {
            while (released.getCount() > 0 && !out.isCancelled()) {
                out.onNext(heartbeat(0, 0));
                released.await(2, TimeUnit.SECONDS);
            }
            long end = (long) orders + (long) visits * CLICKS_OF_A_VISIT;
            for (long position = request.getPosition(); position < end && !out.isCancelled(); ) {
                position = send(position, end, wantsOrders, wantsVisits, out);
                while (!out.isReady() && !out.isCancelled()) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            }
            while (!out.isCancelled()) {
                out.onNext(heartbeat(end, end));
                TimeUnit.SECONDS.sleep(5);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long send(
            long position, long end, boolean wantsOrders, boolean wantsVisits, StreamObserver<SubscribeResponse> out) {
        SubscribeResponse.Builder run =
                SubscribeResponse.newBuilder().setLogId(LOG_ID).setEndPosition(end);
        long at = position;
        while (at < end && run.getEventsCount() < RUN) {
            if (at < orders ? wantsOrders : wantsVisits) {
                run.addEvents(LoggedEvent.newBuilder().setPosition(at + 1).setEvent(event(at)));
            }
            at++;
            if (at == orders && !wantsOrders) {
                break;
            }
        }
        out.onNext(run.setPosition(at).build());
        return at;
    }

    private Event event(long position) {
        return position < orders ? order((int) position) : click((int) (position - orders));
    }

    private Event order(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number);
        int first = bestSellers.any(random);
        Purchase.Builder purchase =
                Purchase.newBuilder().setOrderId("o-" + number).addItems(item(first));
        for (int i = random.nextInt(3); i >= 0; i--) {
            purchase.addItems(item(bestSellers.companionOf(first, random)));
        }
        return base("o-" + number, number)
                .setCustomerId("buyer-" + number % 50_000)
                .setPurchase(purchase)
                .build();
    }

    private Event click(int number) {
        int visit = number / CLICKS_OF_A_VISIT;
        SplittableRandom random = new SplittableRandom(-SEED - visit);
        int product = bestSellers.any(random);
        for (int click = number % CLICKS_OF_A_VISIT; click > 0; click--) {
            product = bestSellers.companionOf(product, random);
        }
        return base("v-" + number, number)
                .setVisitorId("visitor-" + visit)
                .setSessionId("s-" + visit)
                .setViewItem(ItemEvent.newBuilder().addItems(item(product)))
                .build();
    }

    private Event.Builder base(String id, int number) {
        return Event.newBuilder()
                .setEventId(id)
                .setEventTime(Timestamp.newBuilder().setSeconds(begin + number / 4));
    }

    private static Item item(int product) {
        return Item.newBuilder()
                .setProductId(SyntheticCatalog.id(product))
                .setQuantity(1)
                .build();
    }

    private static SubscribeResponse heartbeat(long position, long end) {
        return SubscribeResponse.newBuilder()
                .setLogId(LOG_ID)
                .setPosition(position)
                .setEndPosition(end)
                .build();
    }
}
