package io.zugabe.recommendation.fakes;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.SubjectsErased;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.ArrayList;
import java.util.List;

/** An event log that can be exchanged for another one, and that refuses as the real one does. */
public final class ReplaceableLog extends EventServiceGrpc.EventServiceImplBase {

    private final List<LoggedEvent> log = new ArrayList<>();
    private final List<StreamObserver<SubscribeResponse>> subscribers = new ArrayList<>();
    private final List<SubscribeRequest> requests = new ArrayList<>();
    private String id;

    public ReplaceableLog(String id) {
        this.id = id;
    }

    public synchronized List<SubscribeRequest> requests() {
        return List.copyOf(requests);
    }

    public synchronized void purchase(String order, String... products) {
        append(order, products);
        subscribers.forEach(this::tell);
    }

    /** Somebody looks at products, one after the other, in a session. */
    public synchronized void view(String customer, String session, long second, String... products) {
        for (String product : products) {
            log.add(LoggedEvent.newBuilder()
                    .setPosition(log.size() + 1L)
                    .setEvent(Event.newBuilder()
                            .setEventId("v-" + log.size())
                            .setEventTime(Timestamp.newBuilder().setSeconds(second))
                            .setCustomerId(customer)
                            .setSessionId(session)
                            .setViewItem(ItemEvent.newBuilder()
                                    .addItems(Item.newBuilder().setProductId(product))))
                    .build());
            subscribers.forEach(this::tell);
        }
    }

    public synchronized void erase(byte[] digest) {
        log.add(LoggedEvent.newBuilder()
                .setPosition(log.size() + 1L)
                .setEvent(Event.newBuilder()
                        .setEventId("erasure-" + log.size())
                        .setSubjectsErased(SubjectsErased.newBuilder().addSubjectDigests(ByteString.copyFrom(digest))))
                .build());
        subscribers.forEach(this::tell);
    }

    /** Ends the streams; whoever subscribes next finds another log with these orders, each of two products. */
    public synchronized void replace(String newId, String... orders) {
        id = newId;
        log.clear();
        for (String order : orders) {
            append(order, "mug", "tripod");
        }
        subscribers.forEach(subscriber -> subscriber.onError(io.grpc.Status.UNAVAILABLE.asRuntimeException()));
        subscribers.clear();
    }

    @Override
    public synchronized void subscribe(SubscribeRequest request, StreamObserver<SubscribeResponse> responses) {
        requests.add(request);
        if (!request.getLogId().isEmpty() && !request.getLogId().equals(id)) {
            responses.onError(refused("LOG_REPLACED"));
        } else if (request.getPosition() > log.size()) {
            responses.onError(refused("POSITION_BEYOND_END"));
        } else {
            ((ServerCallStreamObserver<SubscribeResponse>) responses).setOnCancelHandler(() -> {});
            responses.onNext(run(log.subList((int) request.getPosition(), log.size())));
            subscribers.add(responses);
        }
    }

    private void append(String order, String... products) {
        Purchase.Builder purchase = Purchase.newBuilder().setOrderId(order);
        List.of(products).forEach(product -> purchase.addItems(Item.newBuilder().setProductId(product)));
        log.add(LoggedEvent.newBuilder()
                .setPosition(log.size() + 1L)
                .setEvent(Event.newBuilder()
                        .setEventId("p-" + order)
                        .setCustomerId("c")
                        .setPurchase(purchase))
                .build());
    }

    private void tell(StreamObserver<SubscribeResponse> subscriber) {
        subscriber.onNext(run(List.of(log.getLast())));
    }

    private SubscribeResponse run(List<LoggedEvent> events) {
        return SubscribeResponse.newBuilder()
                .addAllEvents(events)
                .setPosition(log.size())
                .setEndPosition(log.size())
                .setLogId(id)
                .build();
    }

    private static Throwable refused(String reason) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(Code.FAILED_PRECONDITION_VALUE)
                .setMessage(reason)
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(reason)
                        .setDomain("segmentation.zugabe.io")
                        .build()))
                .build());
    }
}
