package io.zugabe.recommendation.placements.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zugabe.kit.error.KitReason;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.decision.CurrencyCheck;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogBuilder;
import io.zugabe.recommendation.v1.Deal;
import io.zugabe.recommendation.v1.Pin;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.PlacementRules;
import io.zugabe.recommendation.v1.UpdatePlacementRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("O10")
class RulesReaderTest {

    private final CatalogReplica catalog = new CatalogReplica(new SimpleMeterRegistry());
    private final RulesReader reader = new RulesReader(new CurrencyCheck("EUR"), catalog);

    private static final UpdatePlacementRequest REQUEST = UpdatePlacementRequest.newBuilder()
            .setAuthor("jane")
            .setRules(PlacementRules.newBuilder()
                    .setPlacement(Placement.PLACEMENT_CART)
                    .setMaxOffers(3)
                    .setUpgradePriceRatio(1.5)
                    .addPins(Pin.newBuilder().setProductId("no-such-pin").setRank(1))
                    .addDeals(Deal.newBuilder().setProductId("no-such-deal")))
            .build();

    @Test
    void unknownProducts_areNamed() {
        catalog.publish(new CatalogBuilder(new ProductIds()).publish("1", 1, _ -> 0));
        ZugabeException refusal = assertThrows(ZugabeException.class, () -> reader.read(REQUEST));
        assertEquals(2, refusal.violations().size(), refusal::text);
        String named = List.copyOf(refusal.violations()).toString();
        assertTrue(named.contains("rules.pins[0].product_id") && named.contains("no-such-pin"), named);
        assertTrue(named.contains("rules.deals[0].product_id") && named.contains("no-such-deal"), named);
    }

    @Test
    void beforeTheCatalogHasArrived_nobodyKnowsWhatIsUnknown() {
        ZugabeException refusal = assertThrows(ZugabeException.class, () -> reader.read(REQUEST));
        assertEquals(KitReason.STARTING, refusal.reason());
    }
}
