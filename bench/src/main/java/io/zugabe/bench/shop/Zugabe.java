package io.zugabe.bench.shop;

import io.grpc.stub.StreamObserver;
import io.zugabe.bench.Bench;
import io.zugabe.bench.running.EventPublisher;
import io.zugabe.bench.running.Messages;
import io.zugabe.bench.running.RunningServices;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Context;
import io.zugabe.recommendation.v1.ExplainDecisionRequest;
import io.zugabe.recommendation.v1.Offer;
import io.zugabe.recommendation.v1.OfferKind;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendResponse;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import io.zugabe.recommendation.v1.StageTrace;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.GetAssessmentStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.ProfileServiceGrpc;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ours: the running services, asked and told by their public API alone, with times as simulated. */
final class Zugabe implements OfferPolicy, AutoCloseable {

    private static final int IN_FLIGHT = 32;
    private static final int DEADLINE_SECONDS = 60;
    private static final long LONGEST_CATCH_UP = TimeUnit.MINUTES.toNanos(10);
    private static final double TRAINS_AT = 4.0 / 24;
    private static final int TRAINS_EVERY = 28;

    /** A second before midnight. */
    private static final double END_OF_DAY = 1 - 1 / 86_400.0;

    private final RunningServices services;
    private final Shelf shelf;
    private final EventMessages messages;
    private final EventPublisher publisher;
    private final RecommendationServiceGrpc.RecommendationServiceStub recommendation;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<String, String> latest = new TreeMap<>();

    Zugabe(RunningServices services, Shelf shelf, EventMessages messages) {
        this.services = services;
        this.shelf = shelf;
        this.messages = messages;
        this.publisher = new EventPublisher(services.segmentation());
        this.recommendation = RecommendationServiceGrpc.newStub(services.recommendation());
    }

    /** A new day; models are trained in the early morning of every 28th. What was reported before is in force. */
    @Override
    public void begin(int day) throws InterruptedException {
        awaitCaughtUp(day >= 0);
        if (Math.floorMod(day, TRAINS_EVERY) == 0 && day > World.BEGIN) {
            services.setTime(messages.time(day + TRAINS_AT));
            TimeUnit.SECONDS.sleep(5);
        }
        // the end of the day: events of the whole day are welcome, and windows count back from here
        services.setTime(messages.time(day + END_OF_DAY));
    }

    @Override
    public void observe(List<Happening> happenings) throws InterruptedException {
        publisher.publish(happenings.stream().map(messages::event).toList());
    }

    @Override
    public void decide(List<Ask> asks) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        for (Ask ask : asks) {
            free.acquire();
            recommendation
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .recommend(request(ask), new Answer(ask, free));
        }
        free.acquire(IN_FLIGHT);
        Throwable problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("a decision failed", problem);
        }
    }

    private RecommendRequest request(Ask ask) {
        RecommendRequest.Builder request = RecommendRequest.newBuilder()
                .setCustomerId(messages.shopper(ask.shopper))
                .setSessionId(messages.shopper(ask.shopper) + "-" + ask.session)
                .setPlacement(placement(ask.place))
                .addAllAnchorProductIds(messages.ids(ask.anchors))
                .setContext(Context.newBuilder().setTime(Messages.timestamp(messages.time(ask.day))))
                .setMaxOffers(ask.place.room)
                // what shoppers here know what to do with: nobody replaces what they look at, or takes two at one price
                .addKinds(OfferKind.OFFER_KIND_ADD_ON)
                .addKinds(OfferKind.OFFER_KIND_REPLENISHMENT);
        messages.ids(ask.cart)
                .forEach(id ->
                        request.addCart(CartLine.newBuilder().setProductId(id).setQuantity(1)));
        return request.build();
    }

    private static Placement placement(Ask.Place place) {
        return switch (place) {
            case PRODUCT_PAGE -> Placement.PLACEMENT_PRODUCT_PAGE;
            case CART -> Placement.PLACEMENT_CART;
            case THANK_YOU -> Placement.PLACEMENT_THANK_YOU;
        };
    }

    private void awaitCaughtUp(boolean assessed) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_CATCH_UP;
        while (!isCaughtUp(assessed)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the profiles do not catch up with the log");
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private boolean isCaughtUp(boolean assessed) {
        GetLogStatusResponse log = EventServiceGrpc.newBlockingStub(services.segmentation())
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .getLogStatus(GetLogStatusRequest.getDefaultInstance());
        return log.getProjectedPosition() >= log.getEndPosition()
                && (!assessed || assessedPosition() >= log.getEndPosition());
    }

    private long assessedPosition() {
        return ProfileServiceGrpc.newBlockingStub(services.segmentation())
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .getAssessmentStatus(GetAssessmentStatusRequest.getDefaultInstance())
                .getPosition();
    }

    /** Tells how many offers there were how often, why there was none, and how the latest of each came about. */
    void report() {
        answers.forEach(
                (answer, times) -> Bench.say("  %s: %,d; %s", answer, times, explain(latest.getOrDefault(answer, ""))));
    }

    private String explain(String decision) {
        return RecommendationServiceGrpc.newBlockingStub(services.recommendation())
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .explainDecision(ExplainDecisionRequest.newBuilder()
                        .setDecisionId(decision)
                        .build())
                .getTrace()
                .getStagesList()
                .stream()
                .map(Zugabe::describe)
                .collect(Collectors.joining("; "));
    }

    private static String describe(StageTrace stage) {
        Map<String, Long> codes = stage.getCandidatesList().stream()
                .collect(Collectors.groupingBy(
                        candidate -> (candidate.getPassed() ? "" : "not ") + candidate.getCode(),
                        TreeMap::new,
                        Collectors.counting()));
        return "%s %d to %d %s".formatted(stage.getStage(), stage.getEntered(), stage.getLeft(), codes);
    }

    long published() {
        return publisher.published();
    }

    @Override
    public void close() {
        publisher.close();
    }

    private final class Answer implements StreamObserver<RecommendResponse> {

        private final Ask ask;
        private final Semaphore free;

        Answer(Ask ask, Semaphore free) {
            this.ask = ask;
            this.free = free;
        }

        @Override
        public void onNext(RecommendResponse response) {
            int[] offers = response.getOffersList().stream()
                    .map(Offer::getProductId)
                    .mapToInt(shelf::number)
                    .toArray();
            ask.answer(offers, response.getDecisionId());
            String outcome = offers.length > 0
                    ? offers.length + " offers"
                    : response.getSilence().getReason().name();
            synchronized (answers) {
                answers.merge(ask.place + " " + outcome, 1, Integer::sum);
                latest.put(ask.place + " " + outcome, response.getDecisionId());
            }
        }

        @Override
        public void onError(Throwable problem) {
            failure.compareAndSet(null, problem);
            free.release();
        }

        @Override
        public void onCompleted() {
            free.release();
        }
    }
}
