package io.zugabe.recommendation.triggers.endpoint;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.triggers.NoteDelivery;
import io.zugabe.recommendation.triggers.Takers;
import io.zugabe.recommendation.triggers.TriggersConfig;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.v1.SubscribeDueOffersRequest;
import io.zugabe.recommendation.v1.SubscribeDueOffersResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The streams of due offers that are open. */
@Singleton
public class Subscriptions {

    private static final Logger LOG = Logger.getLogger(Subscriptions.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int MOST_IN_FLIGHT = 1_000;
    private static final int USUAL_IN_FLIGHT = 100;

    private final Takers takers;
    private final NoteDelivery note;
    private final TriggersConfig config;
    private final List<MultiEmitter<? super SubscribeDueOffersResponse>> open = new CopyOnWriteArrayList<>();

    public Subscriptions(Takers takers, NoteDelivery note, TriggersConfig config) {
        this.takers = takers;
        this.note = note;
        this.config = config;
    }

    /** Opens a stream; its end ends the subscription. */
    Multi<SubscribeDueOffersResponse> open(Multi<SubscribeDueOffersRequest> requests) {
        Multi<SubscribeDueOffersResponse> offers = Multi.createFrom().emitter(emitter -> {
            open.add(emitter);
            Conversation conversation = new Conversation(emitter);
            var listening = requests.subscribe().with(conversation::hear, emitter::fail);
            emitter.onTermination(() -> {
                listening.cancel();
                conversation.end();
                open.remove(emitter);
            });
        });
        Multi<SubscribeDueOffersResponse> signs = Multi.createFrom()
                .ticks()
                .every(SIGN_OF_LIFE)
                .onOverflow()
                .drop()
                .map(ignored -> SubscribeDueOffersResponse.getDefaultInstance());
        return Multi.createBy().merging().streams(offers, signs);
    }

    /** Ends all streams: the service shuts down. */
    void end() {
        open.forEach(emitter ->
                emitter.fail(ZugabeException.retryable(KitReason.STARTING, "the service shuts down", RETRY)));
    }

    /** What one caller says. */
    private final class Conversation {

        private final MultiEmitter<? super SubscribeDueOffersResponse> emitter;
        private final AtomicReference<@Nullable Subscriber> subscriber = new AtomicReference<>();

        Conversation(MultiEmitter<? super SubscribeDueOffersResponse> emitter) {
            this.emitter = emitter;
        }

        void hear(SubscribeDueOffersRequest request) {
            try {
                Subscriber present = subscriber.get();
                if (present == null) {
                    begin(request);
                } else {
                    acknowledge(request, present);
                }
            } catch (ZugabeException refused) {
                emitter.fail(refused);
            }
        }

        private void begin(SubscribeDueOffersRequest request) {
            Violations violations = Violations.ofRequest();
            violations.check(
                    request.hasSubscription(), "subscription", "", "is required in the first message of the stream");
            violations.throwIfAny();
            Set<Channel> channels = TriggerReader.channels(
                    request.getSubscription().getChannelsList(), "subscription.channels", violations);
            int most = request.getSubscription().getMaxInFlight();
            violations.checkRange("subscription.max_in_flight", most, 0, MOST_IN_FLIGHT);
            violations.throwIfAny();
            Subscriber made =
                    new Subscriber(channels, most == 0 ? USUAL_IN_FLIGHT : most, config.acknowledgeWithin(), emitter);
            subscriber.set(made);
            if (!takers.add(made)) {
                throw ZugabeException.retryable(
                        KitReason.OVERLOADED, Takers.MOST + " subscribers are served; try again", RETRY);
            }
        }

        private void acknowledge(SubscribeDueOffersRequest request, Subscriber present) {
            List<UUID> ids = TriggerReader.ids(
                    request.getAcknowledgement().getDueOfferIdsList(),
                    "acknowledgement.due_offer_ids",
                    Violations.ofRequest());
            note.delivered(ids)
                    .subscribe()
                    .with(
                            ignored -> present.acknowledged(ids),
                            failure -> LOG.warnf("Acknowledgements are not noted: %s", failure.getMessage()));
        }

        void end() {
            Subscriber present = subscriber.get();
            if (present != null) {
                takers.remove(present);
            }
        }
    }
}
