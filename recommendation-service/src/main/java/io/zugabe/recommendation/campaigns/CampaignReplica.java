package io.zugabe.recommendation.campaigns;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.campaigns.domain.Condition;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the campaigns that have not ended. A condition is compiled again only if it has changed. */
@Singleton
public class CampaignReplica {

    private final CampaignStore store;
    private final Conditions conditions;
    private final CurrentCampaigns current;
    private Map<String, Condition> compiled = Map.of();
    private List<Campaign> read = List.of();

    public CampaignReplica(CampaignStore store, Conditions conditions, CurrentCampaigns current) {
        this.store = store;
        this.conditions = conditions;
        this.current = current;
    }

    /** The campaign with an id, if it has not ended. */
    public Optional<Campaign> find(String id) {
        return current.current().find(id);
    }

    /**
     * Whether a campaign is over for good, as the database says: one that was made or prolonged a moment ago is not known
     * here yet. Fails if that cannot be read.
     */
    public Uni<Boolean> isOver(String id, Instant time) {
        return store.find(id)
                .map(stored -> stored.isEmpty() || stored.get().campaign().isOverAt(time));
    }

    /** Reads them again. */
    public Uni<Void> refresh() {
        return store.open().invoke(this::publish).replaceWithVoid();
    }

    /** Only if something has changed: decisions that are made from one snapshot can be explained as long as it is kept. */
    private synchronized void publish(List<Campaign> campaigns) {
        if (campaigns.equals(read)) {
            return;
        }
        Map<String, Condition> now = new HashMap<>();
        List<Campaigns.Ready> ready = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            String source = campaign.condition();
            Condition known = compiled.get(source);
            Condition condition = known == null ? conditions.compile(source) : known;
            now.put(source, condition);
            ready.add(new Campaigns.Ready(campaign, condition));
        }
        compiled = now;
        read = List.copyOf(campaigns);
        current.publish(new Campaigns(ready));
    }
}
