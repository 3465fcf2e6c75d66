package io.zugabe.recommendation.triggers;

import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.zugabe.recommendation.v1.Channel;
import io.zugabe.recommendation.v1.DueOffer;
import io.zugabe.recommendation.v1.DueOfferServiceGrpc;
import io.zugabe.recommendation.v1.SubscribeDueOffersRequest;
import io.zugabe.recommendation.v1.SubscribeDueOffersRequest.Acknowledgement;
import io.zugabe.recommendation.v1.SubscribeDueOffersRequest.Subscription;
import io.zugabe.recommendation.v1.SubscribeDueOffersResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who takes due offers over gRPC, as a gateway would. */
final class Listener implements AutoCloseable, StreamObserver<SubscribeDueOffersResponse> {

    private final List<DueOffer> heard = new CopyOnWriteArrayList<>();
    private final boolean acknowledges;
    private final StreamObserver<SubscribeDueOffersRequest> requests;

    Listener(ManagedChannel channel, boolean acknowledges, Channel... channels) {
        this.acknowledges = acknowledges;
        this.requests = DueOfferServiceGrpc.newStub(channel).subscribeDueOffers(this);
        send(SubscribeDueOffersRequest.newBuilder()
                .setSubscription(Subscription.newBuilder().addAllChannels(List.of(channels))));
    }

    List<DueOffer> of(String customer) {
        return heard.stream()
                .filter(due -> due.getCustomerId().equals(customer))
                .toList();
    }

    DueOffer first(String customer, Duration longest) {
        await().atMost(longest).until(() -> !of(customer).isEmpty());
        return of(customer).getFirst();
    }

    void acknowledge(Collection<String> ids) {
        send(SubscribeDueOffersRequest.newBuilder()
                .setAcknowledgement(Acknowledgement.newBuilder().addAllDueOfferIds(ids)));
    }

    private synchronized void send(SubscribeDueOffersRequest.Builder request) {
        requests.onNext(request.build());
    }

    @Override
    public void onNext(SubscribeDueOffersResponse response) {
        if (response.hasDueOffer()) {
            heard.add(response.getDueOffer());
            if (acknowledges) {
                acknowledge(Set.of(response.getDueOffer().getDueOfferId()));
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        // the stream ends with the test
    }

    @Override
    public void onCompleted() {
        // the service does not end the stream
    }

    @Override
    public void close() {
        requests.onError(io.grpc.Status.CANCELLED.asException());
    }
}
