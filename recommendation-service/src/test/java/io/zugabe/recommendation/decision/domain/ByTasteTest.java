package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.decision.domain.StageTrace.CandidateTrace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Flour and yeast are bought by many, but together hardly ever except with a bread tin: only two orders, too few for
 * bought-together.
 */
class ByTasteTest {

    private final Shop shop = new Shop()
            .product("flour", "flour")
            .add()
            .product("yeast", "yeast")
            .add()
            .product("tin", "bread_tin")
            .add()
            .product("lamp", "lamp")
            .add()
            .product("cable", "cable")
            .add()
            .orders(400, "lamp", "cable")
            .orders(3, "flour")
            .orders(3, "yeast")
            .orders(2, "flour", "yeast", "tin")
            .learnsTaste();

    @Test
    @Proves("O5")
    void basket_findsWhatOrdersLikeItHold() {
        Decision decision = Ask.at(Placement.CART).cart("flour", "yeast").of(shop);

        CandidateTrace tin = candidate(decision, "tin").orElseThrow();
        assertTrue(tin.passed());
        assertEquals("taste", tin.code());
        Map<String, Double> numbers = tin.numbers();
        assertTrue(
                numbers.getOrDefault("taste_score", 0.0) > numbers.getOrDefault("orders_share", 1.0),
                numbers::toString);
        assertEquals(0, numbers.getOrDefault("taste_repeat", -1.0));
        assertEquals(Optional.empty(), candidate(decision, "lamp"), "nothing in the basket speaks for it");
    }

    @Test
    @Proves("O11")
    void offer_saysSo_withTheModelAsEvidence() {
        Offer offer =
                Ask.at(Placement.CART).cart("flour", "yeast").of(shop).offers().getFirst();

        Offer.Reason reason = offer.reasons().getFirst();
        assertEquals("tin", offer.product().id());
        assertEquals(Offer.Code.TASTE, reason.code());
        assertEquals("Orders like this one hold this more often than others.", reason.text());
        assertEquals("taste@learned", reason.evidence().id());
        assertEquals(
                List.of("flour", "yeast"), offer.complements().stream().sorted().toList());
    }

    @Test
    void whatWasBoughtTogetherOftenEnough_isToldAsThat() {
        Decision decision = Ask.about("lamp").of(shop);

        assertEquals(
                "bought_together", candidate(decision, "cable").orElseThrow().code());
    }

    @Test
    void purchaseBefore_countsForWhatIsConsumed() {
        Shop pantry = new Shop()
                .product("flour", "flour")
                .add()
                .product("yeast", "yeast")
                .consumable()
                .add()
                .product("tin", "bread_tin")
                .add()
                .product("lamp", "lamp")
                .add()
                .orders(400, "lamp")
                .orders(2, "flour", "yeast", "tin")
                .learnsTaste();

        Decision decision = Ask.at(Placement.CART)
                .cart("flour")
                .owns("yeast", 40)
                .owns("tin", 40)
                .of(pantry);

        assertTrue(
                candidate(decision, "yeast").orElseThrow().numbers().getOrDefault("taste_repeat", 0.0) > 0.05,
                "yeast is used up");
        assertFalse(
                candidate(decision, "tin").filter(CandidateTrace::passed).isPresent(), "who has a tin needs no other");
    }

    @Test
    @Proves("O5")
    void productOfTheSameType_replaces_unlessCustomersCollectThem() {
        Shop shop = new Shop()
                .product("chair", "chair")
                .add()
                .product("other-chair", "chair")
                .add()
                .product("mug", "mug")
                .add()
                .product("other-mug", "mug")
                .add()
                .product("lamp", "lamp")
                .add()
                .orders(400, "lamp")
                .orders(100, "chair")
                .orders(2, "chair", "other-chair")
                .orders(10, "mug")
                .orders(5, "mug", "other-mug")
                .learnsTaste();

        assertEquals(
                "REPLACES",
                Ask.dropped(Ask.about("chair").of(shop), "candidates", "other-chair"),
                "two of a hundred who bought a chair took another with it: by mistake or for a reason of their own");
        assertTrue(
                candidate(Ask.about("mug").of(shop), "other-mug").orElseThrow().passed());
    }

    private static Optional<CandidateTrace> candidate(Decision decision, String product) {
        return decision.stages().stream()
                .filter(stage -> stage.stage().equals("candidates"))
                .flatMap(stage -> stage.candidates().stream())
                .filter(candidate -> candidate.productId().equals(product))
                .findFirst();
    }
}
