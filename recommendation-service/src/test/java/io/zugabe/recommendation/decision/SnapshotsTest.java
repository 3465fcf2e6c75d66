package io.zugabe.recommendation.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zugabe.kit.error.Category;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.campaigns.CurrentCampaigns;
import io.zugabe.recommendation.complements.HabitsModels;
import io.zugabe.recommendation.content.LikenessModels;
import io.zugabe.recommendation.incentives.LiveIncentives;
import io.zugabe.recommendation.insight.AcceptanceModels;
import io.zugabe.recommendation.placements.NoPlacements;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.ReplicaReadiness;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.sessions.SessionModels;
import io.zugabe.recommendation.taste.TasteModels;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final CatalogReplica replica = new CatalogReplica(metrics);
    private final Snapshots snapshots = new Snapshots(
            replica,
            new BasketModels(metrics),
            new TasteModels(new ProductIds(), metrics),
            new SessionModels(metrics),
            new AcceptanceModels(metrics),
            new LearnedModels(new HabitsModels(metrics), new LikenessModels(metrics)),
            new CurrentCampaigns(),
            NoPlacements.models(),
            new LiveIncentives());

    @Test
    void beforeTheCatalog_callersAreToldToComeBack_andTheServiceIsNotReady() {
        ZugabeException failure = assertThrows(ZugabeException.class, snapshots::current);

        assertEquals(Category.UNAVAILABLE, failure.reason().category());
        assertTrue(failure.retryAfter().isPresent());
        assertEquals(
                HealthCheckResponse.Status.DOWN,
                new ReplicaReadiness(replica).call().getStatus());
    }

    @Test
    void withTheCatalog_decisionsCanBeMade() {
        replica.publish(new CatalogBuilder(new ProductIds()).publish("7", 1, ignored -> 0));

        assertEquals(
                "catalog/7 baskets/0 taste/none sessions/0 offers/0 habits/none likeness/none campaigns/0-0 placements/0",
                snapshots.current().version());
        assertEquals(
                HealthCheckResponse.Status.UP,
                new ReplicaReadiness(replica).call().getStatus());
    }
}
