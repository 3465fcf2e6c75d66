package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.campaigns.CampaignReplica;
import jakarta.inject.Singleton;

/** Brings this replica up to date with triggers, campaigns and webhooks that were changed, here or elsewhere. */
@Singleton
public class RefreshTakers {

    private final TriggerSettings settings;
    private final Webhooks webhooks;
    private final WebhookTakers made;
    private final Takers takers;
    private final CampaignReplica campaigns;

    public RefreshTakers(
            TriggerSettings settings, Webhooks webhooks, WebhookTakers made, Takers takers, CampaignReplica campaigns) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.made = made;
        this.takers = takers;
        this.campaigns = campaigns;
    }

    /** Reads them again. */
    public Uni<Void> refresh() {
        return settings.refresh()
                .chain(campaigns::refresh)
                .chain(webhooks::all)
                .map(made::of)
                .invoke(takers::webhooks)
                .replaceWithVoid();
    }
}
