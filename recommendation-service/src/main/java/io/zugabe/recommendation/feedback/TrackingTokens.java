package io.zugabe.recommendation.feedback;

import io.quarkus.runtime.StartupEvent;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.decision.RecommendationReason;
import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.Offer;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.domain.Leased;
import io.zugabe.recommendation.incentives.domain.Promise;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the tokens that offers are told of by, and reads them. */
@Singleton
public class TrackingTokens {

    private static final int EARLY = 100;
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final TokenKeys keys;
    private volatile @Nullable TokenCodec codec;

    public TrackingTokens(TokenKeys keys) {
        this.keys = keys;
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        codec = new TokenCodec(keys.key().await().atMost(LONGEST_START));
    }

    /**
     * A token for each offer that a decision tells, in their order.
     *
     * @param leased what is paid from which lease
     */
    public List<String> of(UUID id, OfferRequest request, Decision decision, Leased leased) {
        List<Offer> told = decision.told();
        if (told.isEmpty()) {
            return List.of();
        }
        TokenCodec ready = codec();
        byte[] head = ready.head(id, request.customerId(), request.visitorId(), request.sessionId(), request.preview());
        List<String> tokens = new ArrayList<>(told.size());
        for (Offer offer : told) {
            Optional<Promise> promise = offer.promise().isEmpty()
                    ? Optional.empty()
                    : Optional.of(leased.pay(offer.promise().get()));
            tokens.add(ready.token(
                    head, request.placement().name(), offer.product().id(), offer.origin(), promise));
        }
        return tokens;
    }

    /** The offer that a token names; fails if it was not made here, or was changed. */
    public TrackedOffer read(String token) {
        return codec().read(token)
                .orElseThrow(() -> ZugabeException.of(
                        RecommendationReason.TRACKING_TOKEN_INVALID,
                        "the tracking token is none that Recommend sent, or was changed or cut on the way",
                        Map.of()));
    }

    private TokenCodec codec() {
        TokenCodec ready = codec;
        if (ready == null) {
            throw new IllegalStateException("the key of the tracking tokens is not read yet");
        }
        return ready;
    }
}
