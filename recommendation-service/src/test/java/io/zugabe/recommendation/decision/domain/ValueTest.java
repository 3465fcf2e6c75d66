package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTest {

    @Test
    void terms_areThoseOfTheFormula() {
        Shop shop = new Shop()
                .product("a", "a")
                .price(100)
                .add()
                .product("b", "b")
                .price(50)
                .cost(30)
                .add()
                .complement("a-b", "a", "b", "n", 0.8)
                .orders(30, "a", "b")
                .orders(10, "a", "-b")
                .orders(60, "a");

        Map<String, Double> terms =
                Ask.about("a").of(shop).stages().get(4).candidates().getFirst().numbers();

        double accept = (30 + 20 * 0.8 * 0.1 * 0.5) / (100 + 20);
        double returnRate = (10 + 20 * 0.05) / (40 + 20);
        double returnCost = returnRate * (20 + 2.5);
        assertEquals(accept, terms.get("p_accept"), 1e-12);
        assertEquals(20, terms.get("margin"), 1e-12);
        assertEquals(returnRate, terms.get("return_rate"), 1e-12);
        assertEquals(returnCost, terms.get("expected_return_cost"), 1e-12);
        assertEquals((1 - accept) * 0.01, terms.get("expected_attention_cost"), 1e-12);
        assertEquals(accept * (20 - returnCost) - (1 - accept) * 0.01, terms.get("value"), 1e-12);
        assertEquals(0.3, terms.get("confidence"), 1e-12);
    }

    @Test
    void neverBoughtWithTheAnchor_isNoBetterThanBoughtOnce() {
        Shop shop = new Shop()
                .product("body", "body")
                .price(479)
                .add()
                .product("bought-once", "lens")
                .price(200)
                .add()
                .product("never-bought", "lens")
                .price(200)
                .add()
                .complement("lens", "body", "lens", "lens", 0.9)
                .orders(42, "body")
                .orders(1, "body", "bought-once");

        assertEquals(List.of("bought-once"), Ask.ids(Ask.about("body").of(shop)));
    }

    @Test
    void dearerThanItsAnchor_hardlyEverPays() {
        Shop shop = new Shop()
                .product("body", "body")
                .price(479)
                .add()
                .product("kit-lens", "lens")
                .price(150)
                .add()
                .product("professional-lens", "lens")
                .price(2699)
                .add()
                .complement("lens", "body", "lens", "lens", 0.9);

        assertEquals(List.of("kit-lens"), Ask.ids(Ask.about("body").of(shop)));
    }

    @Test
    void limitedFit_ranksBelowTheSameWithoutLimit() {
        Shop shop = new Shop()
                .gate("body", "card")
                .fits(1, 11)
                .fitsWithLimit(1, 12)
                .product("body", "body")
                .price(479)
                .fitGroup(1)
                .add()
                .product("limited", "card")
                .price(40)
                .fitGroup(12)
                .add()
                .product("unlimited", "card")
                .price(36)
                .fitGroup(11)
                .add()
                .complement("card", "body", "card", "storage", 0.9);

        assertEquals(List.of("unlimited"), Ask.ids(Ask.about("body").of(shop)));
    }

    @Test
    void whatCostsMoreThanItBrings_isNotOffered() {
        Shop shop = new Shop()
                .product("a", "a")
                .add()
                .product("loss", "loss")
                .price(10)
                .cost(11)
                .add()
                .product("trifle", "trifle")
                .price(0.2)
                .add()
                .product("boomerang", "boomerang")
                .price(10)
                .cost(9)
                .add()
                .complement("1", "a", "loss", "n1", 1)
                .complement("2", "a", "trifle", "n2", 1)
                .complement("3", "a", "boomerang", "n3", 1)
                .orders(100, "a", "-boomerang");

        Decision decision = Ask.about("a").of(shop);

        assertEquals(Optional.of(Silence.NOTHING_PAYS), decision.silence());
        for (String id : List.of("loss", "trifle", "boomerang")) {
            assertEquals("DOES_NOT_PAY", Ask.dropped(decision, "value", id));
        }
    }

    @Test
    void whatHardlyAnybodyWants_isNotWorthTheAttention() {
        Shop shop = new Shop()
                .product("a", "a")
                .price(100)
                .add()
                .product("wanted", "wanted")
                .price(5)
                .add()
                .product("hardly", "hardly")
                .price(5)
                .add()
                .complement("1", "a", "wanted", "n1", 0.8)
                .complement("2", "a", "hardly", "n2", 0.05);

        Decision decision = Ask.about("a").of(shop);

        assertEquals(List.of("wanted"), Ask.ids(decision), "one in two hundred times 1.30 euros is less than a cent");
        assertEquals("DOES_NOT_PAY", Ask.dropped(decision, "value", "hardly"));
    }

    @Test
    @Proves("T2")
    void rightAfterTheOrder_whatCanBeTakenNowComesFirst() {
        Shop shop = new Shop()
                .product("camera", "camera")
                .price(900)
                .add()
                .product("tripod", "tripod")
                .price(200)
                .add()
                .product("strap", "strap")
                .price(20)
                .add()
                .later("hold", "camera", "tripod", "hold", 7)
                .complement("wear", "camera", "strap", "wear", 0.5);

        Ask thanks = Ask.at(Placement.THANK_YOU).anchors("camera");

        assertEquals(List.of("strap", "tripod"), Ask.ids(thanks.of(shop)));
        assertEquals(List.of("strap"), Ask.ids(thanks.most(1).of(shop)));
    }

    @Test
    @Proves("O4")
    void ranking_isSetByTheExperiment() {
        Shop shop = new Shop()
                .product("a", "a")
                .add()
                .product("dear", "dear")
                .price(100)
                .add()
                .product("close", "close")
                .price(10)
                .add()
                .product("common", "common")
                .price(10)
                .add()
                .orders(10, "a", "dear", "common")
                .orders(30, "a", "close")
                .orders(300, "common");

        assertEquals("dear", Ask.ids(Ask.about("a").of(shop)).getFirst());
        assertEquals(
                "dear", Ask.ids(Ask.about("a").ranking("nonsense").of(shop)).getFirst());
        assertEquals(
                "close", Ask.ids(Ask.about("a").ranking("confidence").of(shop)).getFirst());
        assertEquals(
                "common", Ask.ids(Ask.about("a").ranking("popularity").of(shop)).getFirst());
    }
}
