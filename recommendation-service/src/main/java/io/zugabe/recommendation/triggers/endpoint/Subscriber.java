package io.zugabe.recommendation.triggers.endpoint;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.zugabe.recommendation.triggers.Delivery;
import io.zugabe.recommendation.triggers.Taker;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.v1.DueOffer;
import io.zugabe.recommendation.v1.SubscribeDueOffersResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Somebody who takes due offers over gRPC. What was not acknowledged in time makes room: it is sent again,
 * to whoever listens.
 */
final class Subscriber implements Taker {

    private final Set<Channel> channels;
    private final int most;
    private final Duration acknowledgeWithin;
    private final MultiEmitter<? super SubscribeDueOffersResponse> responses;
    private final Map<UUID, Instant> inFlight = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    Subscriber(
            Set<Channel> channels,
            int most,
            Duration acknowledgeWithin,
            MultiEmitter<? super SubscribeDueOffersResponse> responses) {
        this.channels = channels;
        this.most = most;
        this.acknowledgeWithin = acknowledgeWithin;
        this.responses = responses;
    }

    @Override
    public Set<Channel> channels() {
        return channels;
    }

    @Override
    public int room() {
        Instant now = clock.instant();
        inFlight.values().removeIf(end -> end.isBefore(now));
        return responses.isCancelled() ? 0 : Math.max(0, most - inFlight.size());
    }

    @Override
    public void take(Delivery delivery) {
        inFlight.put(delivery.id(), clock.instant().plus(acknowledgeWithin));
        try {
            responses.emit(SubscribeDueOffersResponse.newBuilder()
                    .setDueOffer(DueOffer.parseFrom(delivery.payload()))
                    .build());
        } catch (InvalidProtocolBufferException corrupt) {
            throw new IllegalStateException("due offer " + delivery.id() + " cannot be read", corrupt);
        }
    }

    void acknowledged(Collection<UUID> ids) {
        inFlight.keySet().removeAll(ids);
    }
}
