package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Brings this replica up to date with triggers and webhooks that were changed, here or elsewhere. */
@Singleton
public class RefreshTakers {

    private final TriggerSettings settings;
    private final Webhooks webhooks;
    private final WebhookTakers made;
    private final Takers takers;

    public RefreshTakers(TriggerSettings settings, Webhooks webhooks, WebhookTakers made, Takers takers) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.made = made;
        this.takers = takers;
    }

    /** Reads both again. */
    public Uni<Void> refresh() {
        return settings.refresh()
                .chain(webhooks::all)
                .map(made::of)
                .invoke(takers::webhooks)
                .replaceWithVoid();
    }
}
