package io.zugabe.recommendation.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.campaigns.adapter.CelConditions;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignReplicaTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration MOMENT = Duration.ofSeconds(20);

    private final Kept store = new Kept();
    private final CampaignReplica replica = new CampaignReplica(store, new CelConditions(), new CurrentCampaigns());

    /** Another replica makes its timers at once, and this one looks for them before it has read the campaign. */
    @Test
    void campaignThatIsNotReadYet_isNotOver() {
        store.campaigns.add(campaign(Campaign.Stage.ACTIVE));
        assertEquals(Optional.empty(), replica.find("spring"));
        assertEquals(false, isOver("spring", NOW));
        assertEquals(true, isOver("spring", NOW.plus(Duration.ofDays(2))));
    }

    @Test
    void endedAndUnknown_areOver() {
        store.campaigns.add(campaign(Campaign.Stage.ENDED));
        assertEquals(true, isOver("spring", NOW));
        assertEquals(true, isOver("autumn", NOW));
    }

    private boolean isOver(String id, Instant time) {
        return replica.isOver(id, time).await().atMost(MOMENT);
    }

    private static Campaign campaign(Campaign.Stage stage) {
        return new Campaign(
                "spring",
                "Spring",
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)),
                "buyers",
                false,
                "",
                0,
                Set.of(),
                Optional.empty(),
                List.of("mug"),
                2,
                new LocalizedText(Map.of()),
                stage,
                1);
    }

    /** Campaigns in memory; only reads one. */
    private static final class Kept implements CampaignStore {
        private final List<Campaign> campaigns = new ArrayList<>();

        @Override
        public Uni<List<Campaign>> open() {
            return Uni.createFrom().item(List.copyOf(campaigns));
        }

        @Override
        public Uni<Optional<Stored>> find(String id) {
            return Uni.createFrom()
                    .item(campaigns.stream()
                            .filter(campaign -> campaign.id().equals(id))
                            .map(campaign -> new Stored(campaign, NOW, NOW, 0))
                            .findFirst());
        }

        @Override
        public Uni<Page<Stored>> page(PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Stored> create(Campaign campaign, String actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<Stored>> put(Campaign campaign, String actor, String action) {
            throw new UnsupportedOperationException();
        }
    }
}
