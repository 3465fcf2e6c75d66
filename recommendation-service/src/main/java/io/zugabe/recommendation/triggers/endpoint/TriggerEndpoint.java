package io.zugabe.recommendation.triggers.endpoint;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.recommendation.triggers.DueOfferHistory;
import io.zugabe.recommendation.triggers.TriggerReason;
import io.zugabe.recommendation.triggers.TriggerSettings;
import io.zugabe.recommendation.triggers.UpdateTrigger;
import io.zugabe.recommendation.triggers.Webhook;
import io.zugabe.recommendation.triggers.Webhooks;
import io.zugabe.recommendation.triggers.adapter.WebhookSignature;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Trigger;
import io.zugabe.recommendation.triggers.domain.TriggerKind;
import io.zugabe.recommendation.v1.CreateWebhookRequest;
import io.zugabe.recommendation.v1.CreateWebhookResponse;
import io.zugabe.recommendation.v1.DeleteWebhookRequest;
import io.zugabe.recommendation.v1.DeleteWebhookResponse;
import io.zugabe.recommendation.v1.ListTimersRequest;
import io.zugabe.recommendation.v1.ListTimersResponse;
import io.zugabe.recommendation.v1.ListTriggerChangesRequest;
import io.zugabe.recommendation.v1.ListTriggerChangesResponse;
import io.zugabe.recommendation.v1.ListTriggersRequest;
import io.zugabe.recommendation.v1.ListTriggersResponse;
import io.zugabe.recommendation.v1.ListWebhooksRequest;
import io.zugabe.recommendation.v1.ListWebhooksResponse;
import io.zugabe.recommendation.v1.TriggerService;
import io.zugabe.recommendation.v1.UpdateTriggerRequest;
import io.zugabe.recommendation.v1.UpdateTriggerResponse;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code zugabe.recommendation.v1.TriggerService}. */
@GrpcService
public class TriggerEndpoint implements TriggerService {

    private final TriggerSettings settings;
    private final UpdateTrigger update;
    private final Webhooks webhooks;
    private final DueOfferHistory history;

    public TriggerEndpoint(TriggerSettings settings, UpdateTrigger update, Webhooks webhooks, DueOfferHistory history) {
        this.settings = settings;
        this.update = update;
        this.webhooks = webhooks;
        this.history = history;
    }

    @Override
    public Uni<ListTriggersResponse> listTriggers(ListTriggersRequest request) {
        PageTokens tokens = new PageTokens(List.of("triggers"));
        PageRequest page = page(tokens, request.getPageSize(), request.getPageToken());
        return settings.refresh().map(triggers -> {
            List<Trigger> sorted = triggers.all().stream()
                    .sorted(Comparator.comparing(trigger -> trigger.kind().name()))
                    .toList();
            Page<Trigger> found = Page.of(sorted, trigger -> trigger.kind().name(), page);
            return ListTriggersResponse.newBuilder()
                    .addAllTriggers(
                            found.entries().stream().map(Messages::trigger).toList())
                    .setNextPageToken(tokens.write(found.next()))
                    .build();
        });
    }

    @Override
    public Uni<UpdateTriggerResponse> updateTrigger(UpdateTriggerRequest request) {
        Violations violations = Violations.ofRequest();
        TriggerKind kind = TriggerReader.kind(request.getTrigger().getKind(), violations);
        String actor = Actor.current();
        return settings.refresh()
                .map(triggers -> triggers.of(kind))
                .chain(now -> {
                    Trigger wanted = TriggerReader.changed(request, now, violations);
                    UpdateTrigger.refuseUnless(request.getTrigger().getEtag().equals(Messages.etag(now)), now);
                    return update.update(now, wanted, actor);
                })
                .map(changed -> UpdateTriggerResponse.newBuilder()
                        .setTrigger(Messages.trigger(changed))
                        .build());
    }

    @Override
    public Uni<ListTimersResponse> listTimers(ListTimersRequest request) {
        PageTokens tokens = new PageTokens(List.of("timers", request.getCustomerId()));
        PageRequest page = page(tokens, request.getPageSize(), request.getPageToken());
        return history.timers(subject(request.getCustomerId()), page)
                .map(found -> ListTimersResponse.newBuilder()
                        .addAllTimers(
                                found.entries().stream().map(Messages::timer).toList())
                        .setNextPageToken(tokens.write(found.next()))
                        .build());
    }

    @Override
    public Uni<CreateWebhookResponse> createWebhook(CreateWebhookRequest request) {
        io.zugabe.recommendation.v1.Webhook wanted = request.getWebhook();
        Violations violations = Violations.ofRequest();
        violations.checkPattern("webhook.webhook_id", wanted.getWebhookId(), TriggerReader.ID, TriggerReader.ID_FORM);
        Optional<URI> url = TriggerReader.url(wanted.getUrl(), violations);
        Set<Channel> channels = TriggerReader.channels(wanted.getChannelsList(), "webhook.channels", violations);
        TriggerReader.checkSecret(request.getSecret(), violations);
        violations.throwIfAny();
        String secret = request.getSecret().isEmpty() ? WebhookSignature.newSecret() : request.getSecret();
        Webhook webhook = new Webhook(wanted.getWebhookId(), url.orElseThrow(), secret, channels, Instant.EPOCH);
        return webhooks.create(webhook, Actor.current())
                .map(created -> CreateWebhookResponse.newBuilder()
                        .setWebhook(Messages.webhook(created))
                        .setSecret(secret)
                        .build());
    }

    @Override
    public Uni<ListWebhooksResponse> listWebhooks(ListWebhooksRequest request) {
        PageTokens tokens = new PageTokens(List.of("webhooks"));
        PageRequest page = page(tokens, request.getPageSize(), request.getPageToken());
        return webhooks.all().map(all -> {
            Page<Webhook> found = Page.of(all, Webhook::id, page);
            return ListWebhooksResponse.newBuilder()
                    .addAllWebhooks(
                            found.entries().stream().map(Messages::webhook).toList())
                    .setNextPageToken(tokens.write(found.next()))
                    .build();
        });
    }

    @Override
    public Uni<DeleteWebhookResponse> deleteWebhook(DeleteWebhookRequest request) {
        String id = request.getWebhookId();
        Violations violations = Violations.ofRequest();
        violations.checkPattern("webhook_id", id, TriggerReader.ID, TriggerReader.ID_FORM);
        violations.throwIfAny();
        return webhooks.delete(id, Actor.current()).map(deleted -> {
            if (!deleted) {
                throw ZugabeException.of(
                        TriggerReason.WEBHOOK_NOT_FOUND, "there is no webhook " + id, Map.of("webhook_id", id));
            }
            return DeleteWebhookResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<ListTriggerChangesResponse> listTriggerChanges(ListTriggerChangesRequest request) {
        PageTokens tokens = new PageTokens(List.of("trigger changes"));
        PageRequest page = page(tokens, request.getPageSize(), request.getPageToken());
        return history.changes(page)
                .map(found -> ListTriggerChangesResponse.newBuilder()
                        .addAllChanges(
                                found.entries().stream().map(Messages::change).toList())
                        .setNextPageToken(tokens.write(found.next()))
                        .build());
    }

    static PageRequest page(PageTokens tokens, int size, String token) {
        Violations violations = Violations.ofRequest();
        PageRequest page = tokens.read(size, token, violations);
        violations.throwIfAny();
        return page;
    }

    static String subject(String customer) {
        return customer.isEmpty() ? "" : "c:" + customer;
    }
}
