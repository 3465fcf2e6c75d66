package io.zugabe.recommendation.triggers.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.triggers.Delivery;
import io.zugabe.recommendation.triggers.NoteDelivery;
import io.zugabe.recommendation.triggers.Taker;
import io.zugabe.recommendation.triggers.TriggersConfig;
import io.zugabe.recommendation.triggers.Webhook;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.v1.DueOffer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** A webhook as a taker: one POST per due offer, a few at a time. */
final class HttpWebhook implements Taker {

    private static final Logger LOG = Logger.getLogger(HttpWebhook.class);
    private static final int MOST_IN_FLIGHT = 16;
    private static final int GONE = 410;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final Webhook webhook;
    private final HttpClient client;
    private final NoteDelivery note;
    private final TriggersConfig config;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Clock clock = Clock.systemUTC();

    HttpWebhook(Webhook webhook, HttpClient client, NoteDelivery note, TriggersConfig config) {
        this.webhook = webhook;
        this.client = client;
        this.note = note;
        this.config = config;
    }

    @Override
    public Set<Channel> channels() {
        return webhook.channels();
    }

    @Override
    public int room() {
        return MOST_IN_FLIGHT - inFlight.get();
    }

    @Override
    public void take(Delivery delivery) {
        inFlight.incrementAndGet();
        Uni.createFrom()
                .completionStage(() -> client.sendAsync(request(delivery), HttpResponse.BodyHandlers.discarding()))
                .onItemOrFailure()
                .transformToUni((response, failure) -> failure == null
                        ? answered(delivery, response.statusCode())
                        : note.failed(delivery, String.valueOf(failure), false))
                .onTermination()
                .invoke(inFlight::decrementAndGet)
                .subscribe()
                .with(
                        ignored -> {},
                        failure -> LOG.warnf(
                                "What came of due offer %s is not noted: %s", delivery.id(), failure.getMessage()));
    }

    private Uni<Void> answered(Delivery delivery, int status) {
        return status >= OK && status < REDIRECT
                ? note.delivered(List.of(delivery.id())).replaceWithVoid()
                : note.failed(delivery, "answered " + status, status == GONE);
    }

    private HttpRequest request(Delivery delivery) {
        Instant now = clock.instant();
        String id = delivery.id().toString();
        String body = body(delivery, now);
        return HttpRequest.newBuilder(webhook.url())
                .timeout(config.answerWithin())
                .header("content-type", "application/json")
                .header("user-agent", "zugabe")
                .header("idempotency-key", id)
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", WebhookSignature.sign(webhook.secret(), id, now.getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String body(Delivery delivery, Instant now) {
        try {
            String data = JsonFormat.printer()
                    .omittingInsignificantWhitespace()
                    .print(DueOffer.parseFrom(delivery.payload()));
            return "{\"type\":\"due_offer\",\"timestamp\":\"" + now + "\",\"data\":" + data + "}";
        } catch (InvalidProtocolBufferException corrupt) {
            throw new IllegalStateException("due offer " + delivery.id() + " cannot be read", corrupt);
        }
    }
}
