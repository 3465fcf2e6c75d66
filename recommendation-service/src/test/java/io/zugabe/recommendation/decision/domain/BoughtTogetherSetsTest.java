package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 30 orders with a tent, 12 of them with a mat, 8 of those with a pump, too, of which one came back. */
@Proves("O4")
class BoughtTogetherSetsTest {

    private final Shop shop = new Shop()
            .product("tent", "tent")
            .price(100)
            .add()
            .product("mat", "mat")
            .price(30)
            .add()
            .product("pump", "pump")
            .price(20)
            .add()
            .orders(18, "tent")
            .orders(4, "tent", "mat")
            .orders(7, "tent", "mat", "pump")
            .orders(1, "tent", "mat", "-pump")
            .orders(70, "pump");

    @Test
    void twoOfASet_bringTheThird_withItsCounts() {
        Decision decision = Ask.at(Placement.CART).cart("tent", "mat").of(shop);

        Offer pump = Ask.offer(decision, "pump");
        Offer.Reason reason = pump.reasons().getFirst();
        assertEquals(Offer.Code.BOUGHT_TOGETHER, reason.code());
        assertEquals("7 of 12 orders with the tent and the mat also had this, and all three were kept.", reason.text());
        Map<String, Double> numbers = reason.evidence().numbers();
        assertEquals(8, numbers.get("support"));
        assertEquals(1, numbers.get("returned_support"));
        assertEquals(12, numbers.get("baskets_anchor"));
        assertEquals(8.0 / 12, numbers.getOrDefault("confidence", 0.0), 1e-12);
        assertEquals(8.0 / 12 / 0.78, numbers.getOrDefault("lift", 0.0), 1e-12);
        assertEquals(
                List.of("mat", "tent"), pump.complements().stream().sorted().toList());
    }

    /** Tent and mat are one chance, not two. */
    @Test
    void acceptance_isThatOfTheSet() {
        Decision decision = Ask.at(Placement.CART).cart("tent", "mat").of(shop);

        double accept =
                decision.stages().get(4).candidates().getFirst().numbers().getOrDefault("p_accept", 0.0);
        assertEquals((7 + 20 * 0.77) / (12 + 20), accept, 1e-12);
    }

    @Test
    void oneOfASet_bringsBothOthers_eachToldWithTheOther() {
        Decision decision = Ask.about("tent").of(shop);

        assertEquals(
                "12 of 30 orders with the tent also had this, 7 of them with the pump as well.",
                Ask.offer(decision, "mat").reasons().getFirst().text());
        assertEquals(
                "7 of 30 orders with the tent also had this and kept both, 7 of them with the mat as well.",
                Ask.offer(decision, "pump").reasons().getFirst().text());
    }

    @Test
    @Proves("O11")
    void reasons_areWrittenInGerman() {
        assertEquals(
                "7 von 12 Bestellungen mit das tent und das mat enthielten auch diesen Artikel, und alle drei wurden behalten.",
                Ask.offer(Ask.at(Placement.CART).cart("tent", "mat").in("de").of(shop), "pump")
                        .reasons()
                        .getFirst()
                        .text());
    }

    @Test
    void whatTheCatalogDoesNotHave_isNoSet() {
        Shop gone = new Shop()
                .product("tent", "tent")
                .add()
                .product("mat", "mat")
                .add()
                .orders(7, "tent", "mat", "pump");

        String text = Ask.offer(Ask.about("tent").of(gone), "mat")
                .reasons()
                .getFirst()
                .text();

        assertTrue(text.endsWith("also had this."), text);
    }
}
