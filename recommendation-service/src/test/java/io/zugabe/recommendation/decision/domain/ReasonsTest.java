package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.decision.domain.Offer.Code;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitCell;
import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.FitTableBuilder;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Proves("O11")
class ReasonsTest {

    @Test
    void everyReason_inEnglishGermanDutchAndOtherwiseEnglish() {
        Shop shop = new Shop()
                .product("tent", "tent")
                .add()
                .product("mat", "mat")
                .rated(4.6, 31)
                .add()
                .complement("tent-mat", "tent", "mat", "sleep", 0.8)
                .orders(34, "tent", "mat")
                .orders(254, "tent");

        assertEquals(
                List.of(
                        "Goes with the tent.",
                        "34 of 288 orders with the tent also had this.",
                        "4.6 of 5 stars from 31 customers."),
                texts(Ask.about("tent").of(shop)));
        assertEquals(
                List.of(
                        "Ergänzt das tent.",
                        "34 von 288 Bestellungen mit das tent enthielten auch diesen Artikel.",
                        "4,6 von 5 Sternen von 31 Kunden."),
                texts(Ask.about("tent").in("de-CH").of(shop)));
        assertEquals(
                List.of(
                        "Hoort bij the tent.",
                        "In 34 van 288 bestellingen met the tent zat ook dit artikel.",
                        "4,6 van de 5 sterren van 31 klanten."),
                texts(Ask.about("tent").in("nl-BE").of(shop)));
        assertEquals(
                texts(Ask.about("tent").of(shop)),
                texts(Ask.about("tent").in("fr").of(shop)));
    }

    @Test
    void fewPairsFewRatings_areNoReason() {
        Shop shop = new Shop()
                .product("tent", "tent")
                .add()
                .product("mat", "mat")
                .rated(4.9, 19)
                .add()
                .complement("tent-mat", "tent", "mat", "sleep", 0.8)
                .orders(2, "tent", "mat");

        assertEquals(List.of("Goes with the tent."), texts(Ask.about("tent").of(shop)));
    }

    @Test
    void boughtTogether_carriesItsCounts() {
        Shop shop = new Shop()
                .product("a", "a")
                .add()
                .product("b", "b")
                .add()
                .orders(20, "a", "b")
                .orders(4, "a", "-b")
                .orders(1, "-a", "b")
                .orders(25, "a")
                .orders(50, "c");

        Offer.Reason reason =
                Ask.about("a").of(shop).offers().getFirst().reasons().getFirst();

        assertEquals(Code.BOUGHT_TOGETHER, reason.code());
        assertEquals("20 of 50 orders with the a also had this, and both were kept.", reason.text());
        Map<String, Double> numbers = reason.evidence().numbers();
        assertEquals(25.0, numbers.get("support"));
        assertEquals(5.0, numbers.get("returned_support"));
        assertEquals(20.0, numbers.get("kept_support"));
        assertEquals(50.0, numbers.get("baskets_anchor"));
        assertEquals(25.0, numbers.get("baskets_candidate"));
        assertEquals(100.0, numbers.get("baskets_total"));
        assertEquals(0.5, numbers.get("confidence"));
        assertEquals(2.0, numbers.get("lift"));
        assertEquals(20 / Math.sqrt(50 * 25) * 20 / 30, numbers.get("score"), 1e-12);
    }

    @Test
    void popular_saysHowOften() {
        Shop shop = new Shop().product("a", "a").add().orders(7, "a").orders(1, "-a");

        assertEquals(
                List.of("Bought and kept in 7 orders."),
                texts(Ask.at(Placement.HOME).of(shop)));
    }

    @Test
    void sentenceWithAGap_isLeftOut() {
        Shop shop = new Shop()
                .product("host", "host")
                .fitGroup(1)
                .add()
                .product("part", "part")
                .fitGroup(2)
                .add();
        FitTableBuilder table = new FitTableBuilder("v");
        table.putRule(
                4,
                new Evidence(
                        Evidence.Source.MAKER_LIST,
                        "m",
                        Map.of(),
                        new LocalizedText(Map.of("en", "{host.unheard} takes it.", "de", "{part.type} passt.")),
                        Map.of()));
        FitCell cell = new FitCell(Verdict.FITS, List.of(4), List.of());

        List<Evidence> evidence =
                FitEvidence.of(new FitMatch(shop.find("host"), shop.find("part"), cell), table.freeze());

        assertEquals(Map.of("de", "part passt."), evidence.getFirst().sentence().texts());
        assertEquals(Map.of("part.type", "part"), evidence.getFirst().attributes());
    }

    @Test
    void everyOffer_hasAReason() {
        Shop shop = PolicyTest.cameraShop().orders(10, "camera", "bag");

        for (Placement placement : Placement.values()) {
            Decision decision = Ask.at(placement)
                    .anchors("camera")
                    .cart("camera")
                    .consents("email", true)
                    .solvedCase()
                    .of(shop);
            assertTrue(decision.offers().stream()
                    .noneMatch(offer -> offer.reasons().isEmpty()));
        }
    }

    private static List<String> texts(Decision decision) {
        return decision.offers().getFirst().reasons().stream()
                .map(Offer.Reason::text)
                .toList();
    }
}
