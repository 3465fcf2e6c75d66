package io.zugabe.recommendation.fakes;

import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.GetProfileRequest;
import io.zugabe.segmentation.v1.GetProfileResponse;
import io.zugabe.segmentation.v1.GetSegmentRequest;
import io.zugabe.segmentation.v1.GetSegmentResponse;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.ListSegmentMembersRequest;
import io.zugabe.segmentation.v1.ListSegmentMembersResponse;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.ProfileServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.PublishEventsResponse;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.SegmentMember;
import io.zugabe.segmentation.v1.SegmentServiceGrpc;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** An event log and profiles, written by tests. */
public final class FakeSegmentation {

    private final Map<String, Profile> profiles = new ConcurrentHashMap<>();
    private final List<LoggedEvent> log = new ArrayList<>();
    private final List<StreamObserver<SubscribeResponse>> subscribers = new ArrayList<>();
    private final Map<String, List<String>> segments = new ConcurrentHashMap<>();
    private volatile boolean profilesAway;
    private volatile boolean logAway;

    /** What a profile is found under: the customer, or "v:" and the visitor. */
    public void put(String subject, Profile profile) {
        profiles.put(subject, profile);
    }

    /** A segment and the customers in it. */
    public void segment(String id, List<String> customers) {
        segments.put(id, customers);
    }

    public void profilesAway(boolean away) {
        profilesAway = away;
    }

    /** An order of one of each product. */
    public void purchase(String order, String customer, long second, String... products) {
        Purchase.Builder purchase = Purchase.newBuilder().setOrderId(order);
        for (String product : products) {
            purchase.addItems(Item.newBuilder().setProductId(product));
        }
        append(event("p-" + order, customer, second).setPurchase(purchase).build());
    }

    /** A visitor looks at products, one after the other. */
    public void visit(String visitor, long second, String... products) {
        for (String product : products) {
            append(Event.newBuilder()
                    .setEventId("v-" + visitor + "-" + product)
                    .setVisitorId(visitor)
                    .setSessionId("s-" + visitor)
                    .setEventTime(com.google.protobuf.Timestamp.newBuilder().setSeconds(second))
                    .setViewItem(
                            ItemEvent.newBuilder().addItems(Item.newBuilder().setProductId(product)))
                    .build());
        }
    }

    /** An order of one of a product by somebody who is not logged in. */
    public void visitorPurchase(String order, String visitor, long second, String product) {
        append(Event.newBuilder()
                .setEventId("p-" + order)
                .setVisitorId(visitor)
                .setEventTime(com.google.protobuf.Timestamp.newBuilder().setSeconds(second))
                .setPurchase(Purchase.newBuilder()
                        .setOrderId(order)
                        .addItems(Item.newBuilder().setProductId(product)))
                .build());
    }

    /** What such an order sends back. */
    public void visitorRefund(String id, String order, String visitor, long second, String product) {
        append(Event.newBuilder()
                .setEventId(id)
                .setVisitorId(visitor)
                .setEventTime(com.google.protobuf.Timestamp.newBuilder().setSeconds(second))
                .setRefund(Refund.newBuilder()
                        .setOrderId(order)
                        .addItems(Item.newBuilder().setProductId(product)))
                .build());
    }

    public void refund(String id, String order, String customer, long second, String product) {
        refund(id, order, customer, second, Refund.Reason.REASON_UNSPECIFIED, product);
    }

    /** What came back of an order, and why. */
    public void refund(
            String id, String order, String customer, long second, Refund.Reason reason, String... products) {
        Refund.Builder refund =
                Refund.newBuilder().setOrderId(order).setReason(reason).setComment("by Jane Doe");
        for (String product : products) {
            refund.addItems(Item.newBuilder().setProductId(product));
        }
        append(event(id, customer, second).setRefund(refund).build());
    }

    /** Whatever else happened. */
    public void happened(Event event) {
        append(event);
    }

    /** The last position of the log. */
    public synchronized long end() {
        return log.size();
    }

    public synchronized void disconnect() {
        subscribers.forEach(subscriber -> subscriber.onError(Status.UNAVAILABLE.asRuntimeException()));
        subscribers.clear();
    }

    private static Event.Builder event(String id, String customer, long second) {
        return Event.newBuilder()
                .setEventId(id)
                .setCustomerId(customer)
                .setEventTime(com.google.protobuf.Timestamp.newBuilder().setSeconds(second));
    }

    private synchronized void append(Event event) {
        LoggedEvent logged = LoggedEvent.newBuilder()
                .setPosition(log.size() + 1L)
                .setEvent(event)
                .build();
        log.add(logged);
        SubscribeResponse message = run(List.of(logged));
        subscribers.forEach(subscriber -> subscriber.onNext(message));
    }

    private SubscribeResponse run(List<LoggedEvent> events) {
        return SubscribeResponse.newBuilder()
                .addAllEvents(events)
                .setPosition(log.size())
                .setEndPosition(log.size())
                .build();
    }

    private synchronized void subscribe(SubscribeRequest request, StreamObserver<SubscribeResponse> responses) {
        responses.onNext(run(log.subList((int) request.getPosition(), log.size())));
        ((ServerCallStreamObserver<SubscribeResponse>) responses).setOnCancelHandler(() -> {});
        subscribers.add(responses);
    }

    private void profile(GetProfileRequest request, StreamObserver<GetProfileResponse> responses) {
        String subject = request.hasCustomerId() ? request.getCustomerId() : "v:" + request.getVisitorId();
        Profile profile = profiles.get(subject);
        if (profilesAway) {
            responses.onError(Status.UNAVAILABLE.asRuntimeException());
        } else if (profile == null) {
            responses.onError(Status.NOT_FOUND.asRuntimeException());
        } else {
            responses.onNext(GetProfileResponse.newBuilder().setProfile(profile).build());
            responses.onCompleted();
        }
    }

    /** From now on nothing is taken, or again. */
    public void logAway(boolean away) {
        logAway = away;
    }

    /** The events that were published, in their order. */
    public synchronized List<Event> published(Predicate<Event> which) {
        return log.stream().map(LoggedEvent::getEvent).filter(which).toList();
    }

    private synchronized PublishEventsResponse publish(PublishEventsRequest batch) {
        PublishEventsResponse.Builder answer =
                PublishEventsResponse.newBuilder().setBatchNumber(batch.getBatchNumber());
        for (Event event : batch.getEventsList()) {
            if (log.stream().anyMatch(known -> known.getEvent().getEventId().equals(event.getEventId()))) {
                answer.setDuplicates(answer.getDuplicates() + 1);
            } else {
                append(event);
                answer.setAppended(answer.getAppended() + 1);
            }
        }
        return answer.setPosition(log.size()).build();
    }

    private final class Publisher implements StreamObserver<PublishEventsRequest> {
        private final StreamObserver<PublishEventsResponse> answers;

        Publisher(StreamObserver<PublishEventsResponse> answers) {
            this.answers = answers;
        }

        @Override
        public void onNext(PublishEventsRequest batch) {
            if (logAway) {
                answers.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
                answers.onNext(publish(batch));
            }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {
            if (!logAway) {
                answers.onCompleted();
            }
        }
    }

    /** Two members a page. */
    private ListSegmentMembersResponse members(ListSegmentMembersRequest request) {
        List<String> all = segments.getOrDefault(request.getSegmentId(), List.of());
        int from = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
        int to = Math.min(all.size(), from + 2);
        ListSegmentMembersResponse.Builder page = ListSegmentMembersResponse.newBuilder();
        all.subList(from, to)
                .forEach(customer -> page.addMembers(SegmentMember.newBuilder().setSubjectId(customer)));
        return page.setNextPageToken(to < all.size() ? String.valueOf(to) : "").build();
    }

    List<BindableService> services() {
        return List.of(
                new EventServiceGrpc.EventServiceImplBase() {
                    @Override
                    public StreamObserver<PublishEventsRequest> publishEvents(
                            StreamObserver<PublishEventsResponse> answers) {
                        return new Publisher(answers);
                    }

                    @Override
                    public void subscribe(SubscribeRequest request, StreamObserver<SubscribeResponse> responses) {
                        FakeSegmentation.this.subscribe(request, responses);
                    }
                },
                new SegmentServiceGrpc.SegmentServiceImplBase() {
                    @Override
                    public void getSegment(GetSegmentRequest request, StreamObserver<GetSegmentResponse> responses) {
                        if (segments.containsKey(request.getSegmentId())) {
                            responses.onNext(GetSegmentResponse.getDefaultInstance());
                            responses.onCompleted();
                        } else {
                            responses.onError(Status.NOT_FOUND.asRuntimeException());
                        }
                    }

                    @Override
                    public void listSegmentMembers(
                            ListSegmentMembersRequest request, StreamObserver<ListSegmentMembersResponse> responses) {
                        responses.onNext(members(request));
                        responses.onCompleted();
                    }
                },
                new ProfileServiceGrpc.ProfileServiceImplBase() {
                    @Override
                    public void getProfile(GetProfileRequest request, StreamObserver<GetProfileResponse> responses) {
                        profile(request, responses);
                    }
                });
    }
}
