package io.zugabe.recommendation.triggers.adapter;

import io.quarkus.runtime.ShutdownEvent;
import io.zugabe.recommendation.triggers.NoteDelivery;
import io.zugabe.recommendation.triggers.Taker;
import io.zugabe.recommendation.triggers.TriggersConfig;
import io.zugabe.recommendation.triggers.Webhook;
import io.zugabe.recommendation.triggers.WebhookTakers;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Webhooks over HTTP. A redirect is not followed: it would lead where nobody has allowed it. */
@Singleton
public class HttpWebhooks implements WebhookTakers {

    private static final int LAST = 10_000;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);

    private final NoteDelivery note;
    private final TriggersConfig config;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONGEST_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private Map<Webhook, HttpWebhook> made = Map.of();

    public HttpWebhooks(NoteDelivery note, TriggersConfig config) {
        this.note = note;
        this.config = config;
    }

    @Override
    public synchronized List<Taker> of(List<Webhook> webhooks) {
        Map<Webhook, HttpWebhook> now = new HashMap<>();
        for (Webhook webhook : webhooks) {
            HttpWebhook before = made.get(webhook);
            now.put(webhook, before == null ? new HttpWebhook(webhook, client, note, config) : before);
        }
        made = now;
        return List.copyOf(now.values());
    }

    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        client.shutdownNow();
    }
}
