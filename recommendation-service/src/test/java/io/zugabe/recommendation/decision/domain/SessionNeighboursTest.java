package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Proves("O5")
class SessionNeighboursTest {

    private final Shop shop = new Shop()
            .product("tent", "tent")
            .price(200)
            .add()
            .product("other-tent", "tent")
            .add()
            .product("lamp", "lamp")
            .add()
            .product("stove", "stove")
            .add()
            .product("unseen", "unseen")
            .add();

    @Test
    @Proves("O11")
    void whatSimilarVisitsLookedAt_isOffered_withAReasonThatIsTrue() {
        shop.visits(6, "tent", "lamp").visits(2, "tent", "stove").visits(10, "unseen", "stove");

        Decision decision = Ask.about("tent").of(shop);

        assertEquals(List.of("lamp"), Ask.ids(decision));
        Offer.Reason reason = Ask.offer(decision, "lamp").reasons().getFirst();
        assertEquals(Offer.Code.SIMILAR_VISITS, reason.code());
        assertEquals("6 of the 8 visits most like this one looked at this.", reason.text());
        assertEquals(6.0, reason.evidence().numbers().get("visits"));
        assertEquals(8.0, reason.evidence().numbers().get("neighbours"));
        assertEquals(List.of("tent"), Ask.offer(decision, "lamp").complements());
        assertEquals(
                "In 6 der 8 ähnlichsten Besuche wurde dieser Artikel angesehen.",
                Ask.offer(Ask.about("tent").in("de-AT").of(shop), "lamp")
                        .reasons()
                        .getFirst()
                        .text());
    }

    @Test
    @Proves("O11")
    void trace_showsTheSourceAndItsNumbers() {
        shop.visits(3, "tent", "lamp").visits(1, "tent", "stove");

        StageTrace candidates = Ask.about("tent").of(shop).stages().get(1);

        assertEquals("candidates", candidates.stage());
        StageTrace.CandidateTrace lamp = candidates.candidates().getFirst();
        assertEquals("lamp", lamp.productId());
        assertEquals("session_neighbours", lamp.code());
        assertEquals(3.0, lamp.numbers().get("visits"));
        assertEquals(4.0, lamp.numbers().get("neighbours"));
        assertTrue(lamp.numbers().get("session_score") > 0);
    }

    @Test
    void value_isOfTheShareOfVisits_asOneChanceHoweverManyAnchors() {
        shop.visits(3, "tent", "lamp").visits(1, "tent", "unseen").visits(4, "stove", "unseen");
        double affordability = 1 / (1 + 0.1 * 0.1);

        Map<String, Double> one = terms(Ask.about("tent").of(shop));
        shop.visits(2, "tent", "stove", "lamp");
        Map<String, Double> two =
                terms(Ask.at(Placement.CART).cart("tent", "stove").of(shop));

        assertEquals(3.0 / 4 * 0.1 * affordability, one.get("p_accept"), 1e-12);
        double neighbours = 3 + 1 + 4 + 2;
        assertEquals(5 / neighbours * 0.1 * affordability, two.get("p_accept"), 1e-12);
    }

    @Test
    void whatReplacesTheAnchor_isNoComplement_andTakesNobodysPlace() {
        shop.product("lantern", "lantern").price(60).add();
        shop.visits(200, "tent", "other-tent").visits(3, "tent", "lantern");
        for (int other = 0; other < 150; other++) {
            shop.product("tent-" + other, "tent").add().visits(1, "tent", "tent-" + other);
        }
        shop.visits(3, "tent", "lantern");

        assertEquals(List.of("lantern"), Ask.ids(Ask.about("tent").of(shop)));
    }

    @Test
    void visit_isWhatWasLookedAtLately() {
        shop.visits(5, "tent", "lamp").visits(5, "stove", "unseen");

        assertEquals(
                List.of("lamp"),
                Ask.ids(Ask.at(Placement.HOME)
                        .lookedAt("tent", Duration.ofMinutes(10))
                        .of(shop)));
        assertEquals(
                List.of(),
                Ask.ids(Ask.at(Placement.HOME)
                        .lookedAt("tent", Duration.ofHours(1))
                        .of(shop)));
    }

    @Test
    void whatTheCustomerHasSeen_isNotOfferedForThisReason() {
        shop.visits(5, "tent", "lamp", "stove").visits(2, "unseen", "other-tent");

        assertEquals(
                List.of("stove"),
                Ask.ids(Ask.about("tent").lookedAt("lamp", Duration.ofHours(3)).of(shop)));
    }

    @Test
    @Proves("T1")
    void mailsAndAgents_doNotTalkAboutVisits() {
        shop.visits(5, "tent", "lamp");

        assertFalse(Ask.ids(Ask.at(Placement.FOLLOW_UP)
                        .anchors("tent")
                        .consents("email", true)
                        .of(shop))
                .contains("lamp"));
    }

    @Test
    @Proves("O1")
    void beside_aDevice_whatOthersLookedAtIsNoProofOfFit() {
        Shop cameras = new Shop()
                .product("camera", "camera")
                .price(500)
                .fitGroup(1)
                .add()
                .product("battery", "battery")
                .fitGroup(11)
                .add()
                .product("wrong-battery", "battery")
                .fitGroup(12)
                .add()
                .product("bag", "bag")
                .add()
                .gate("camera", "battery")
                .fits(1, 11)
                .visits(50, "camera", "wrong-battery", "bag")
                .visits(5, "camera", "battery")
                .visits(3, "bag", "battery");

        Decision decision = Ask.about("camera").of(cameras);

        assertEquals(List.of("battery"), Ask.ids(decision));
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "fit", "wrong-battery"));
    }

    private static Map<String, Double> terms(Decision decision) {
        return decision.stages().get(4).candidates().stream()
                .filter(candidate -> candidate.productId().equals("lamp"))
                .findFirst()
                .orElseThrow()
                .numbers();
    }
}
