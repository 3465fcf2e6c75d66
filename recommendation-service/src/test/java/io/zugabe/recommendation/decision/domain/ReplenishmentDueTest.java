package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplenishmentDueTest {

    private final Shop shop = new Shop()
            .product("shampoo", "shampoo")
            .consumable()
            .add()
            .product("bags", "bin_bag")
            .consumable()
            .add()
            .product("tent", "tent")
            .add();

    @Test
    @Proves("C8")
    void dueProduct_isOffered_withItsDate() {
        Decision decision = Ask.at(Placement.HOME)
                .owns("shampoo", 60)
                .needs("shampoo", 3, 5)
                .of(shop);

        Offer offer = Ask.offer(decision, "shampoo");
        assertEquals(OfferKind.REPLENISHMENT, offer.kind());
        assertEquals(List.of(), offer.complements());
        Offer.Reason reason = offer.reasons().getFirst();
        assertEquals(Offer.Code.REPLENISHMENT_DUE, reason.code());
        assertEquals("By your purchases you will need this again around 4 June 2026.", reason.text());
        assertEquals(3.0, reason.evidence().numbers().get("days_until_due"));
        assertEquals(-2.0, reason.evidence().numbers().get("days_until_interval"));
    }

    @Test
    @Proves("O11")
    void reason_isWrittenInGerman() {
        Offer offer =
                Ask.offer(Ask.at(Placement.HOME).needs("shampoo", 3, 5).in("de").of(shop), "shampoo");

        assertEquals(
                "Nach Ihren bisherigen Käufen brauchen Sie diesen Artikel um den 4. Juni 2026 wieder.",
                offer.reasons().getFirst().text());
    }

    @Test
    @Proves("C8")
    void beforeItIsDue_itIsQuiet() {
        Decision decision = Ask.at(Placement.HOME).needs("shampoo", 30, 5).of(shop);

        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("NOT_DUE", Ask.dropped(decision, "candidates", "shampoo"));
    }

    @Test
    void theLongerItIsDue_theMoreItIsWorth() {
        Decision decision = Ask.at(Placement.HOME)
                .needs("shampoo", 4, 5)
                .needs("bags", -4, 5)
                .of(shop);

        assertEquals(List.of("bags", "shampoo"), Ask.ids(decision));
        Map<String, Double> bags = decision.stages().get(4).candidates().stream()
                .filter(candidate -> candidate.productId().equals("bags"))
                .findFirst()
                .orElseThrow()
                .numbers();
        assertEquals(0.8 * (0.5 + 0.4 * 0.8) * 0.5, bags.getOrDefault("p_accept", 0.0), 1e-9);
    }

    @Test
    void whatLiesInTheCartOrIsNotConsumed_isNotOffered() {
        Decision decision = Ask.at(Placement.CART)
                .cart("shampoo")
                .needs("shampoo", 0, 5)
                .needs("tent", 0, 5)
                .of(shop);

        assertTrue(Ask.ids(decision).isEmpty());
    }

    @Test
    void onAnotherProductsPage_itIsBesideThePoint() {
        assertTrue(Ask.ids(Ask.about("tent").needs("shampoo", 0, 5).of(shop)).isEmpty());
    }
}
