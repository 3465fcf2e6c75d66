package io.zugabe.recommendation.campaigns;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.campaigns.CampaignStore.Stored;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes campaigns. */
@Singleton
public class ManageCampaigns {

    private final CampaignStore store;
    private final CampaignReplica replica;
    private final Clock clock = Clock.systemUTC();

    public ManageCampaigns(CampaignStore store, CampaignReplica replica) {
        this.store = store;
        this.replica = replica;
    }

    public Uni<Stored> create(Campaign campaign, String actor) {
        return store.create(campaign, actor).call(replica::refresh);
    }

    public Uni<Stored> find(String id) {
        return store.find(id)
                .map(found -> found.orElseThrow(() -> ZugabeException.of(
                        CampaignReason.CAMPAIGN_NOT_FOUND, "there is no campaign " + id, Map.of("campaign_id", id))));
    }

    /**
     * Changes one.
     *
     * @param version that was read; empty for whichever is present
     * @param change to the next version
     */
    public Uni<Stored> change(
            String id, Optional<Long> version, UnaryOperator<Campaign> change, String actor, String action) {
        return find(id).map(stored -> change.apply(changeable(stored.campaign(), version)))
                .chain(changed -> store.put(changed, actor, action))
                .map(put -> put.orElseThrow(() -> concurrent(id)))
                .call(replica::refresh);
    }

    private Campaign changeable(Campaign now, Optional<Long> version) {
        if (version.isPresent() && version.get() != now.version()) {
            throw concurrent(now.id());
        }
        if (now.isOverAt(clock.instant())) {
            throw ZugabeException.of(
                    CampaignReason.CAMPAIGN_ENDED,
                    "campaign " + now.id() + " has ended; create another one",
                    Map.of("campaign_id", now.id()));
        }
        return now;
    }

    private static ZugabeException concurrent(String id) {
        return ZugabeException.of(
                CampaignReason.CONCURRENT_CHANGE,
                "campaign " + id + " was changed since it was read: read it again",
                Map.of("campaign_id", id));
    }
}
