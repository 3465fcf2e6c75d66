package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decisions make of learned complements, moments and what is popular now. The orders begin in 2026. */
class LearnedHabitsTest {

    private static final int MAY = 20_574;

    /** A tent of which nobody has bought one; mats come with tents or, of the self-inflating kind, weeks after. */
    private final Shop shop = new Shop()
            .product("new-tent", "tent")
            .price(100)
            .add()
            .product("old-tent", "tent")
            .price(100)
            .add()
            .product("lamp", "lamp")
            .price(20)
            .category("Camping", "Lamps")
            .add()
            .product("pump", "pump")
            .price(20)
            .add()
            .product("mug", "mug")
            .add();

    @Test
    @Proves("O3")
    void newProduct_takesWhatComplementsItsType_withTheOrigin() {
        campers();

        Decision decision = Ask.about("new-tent").of(shop);

        Offer lamp = Ask.offer(decision, "lamp");
        Offer.Reason reason = lamp.reasons().getFirst();
        assertEquals(Offer.Code.LEARNED_COMPLEMENT, reason.code());
        assertEquals(
                "30 of 60 customers who bought something like the new-tent also bought something like this.",
                reason.text());
        assertEquals("learned-complement/tent>lamp", reason.evidence().id());
        assertEquals("learned", reason.evidence().attributes().get("origin"));
        assertEquals("TYPE", reason.evidence().attributes().get("grouping"));
        assertTrue(reason.evidence().numbers().getOrDefault("lift_lower", 0.0) > 1.5);
        assertEquals(List.of("new-tent"), lamp.complements());
    }

    @Test
    @Proves("O3")
    void productWithOrdersOfItsOwn_speaksForItself() {
        campers();

        Offer lamp = Ask.offer(Ask.about("old-tent").of(shop), "lamp");

        assertEquals(Offer.Code.BOUGHT_TOGETHER, lamp.reasons().getFirst().code());
    }

    @Test
    @Proves("O11")
    void reason_isWrittenInGerman() {
        campers();

        assertEquals(
                "30 von 60 Kunden, die etwas wie das new-tent kauften, kauften auch etwas wie diesen Artikel.",
                Ask.offer(Ask.about("new-tent").in("de").of(shop), "lamp")
                        .reasons()
                        .getFirst()
                        .text());
    }

    @Test
    @Proves("O1")
    void learnedComplement_passesTheGateLikeAnythingElse() {
        campers();
        shop.gate("tent", "lamp");

        assertFalse(Ask.ids(Ask.about("new-tent").of(shop)).contains("lamp"));
    }

    @Test
    @Proves("T2")
    void wantedLater_isNotOfferedBeforeThePurchase() {
        campers();

        Decision decision = Ask.about("old-tent").of(shop);

        assertFalse(Ask.ids(decision).contains("pump"));
        assertEquals("AFTER_PURCHASE", Ask.dropped(decision, "candidates", "pump"));
    }

    @Test
    @Proves("T2")
    void wantedLater_isOfferedAfterIt_withDelayAndEvidence() {
        campers();

        Offer pump = Ask.offer(Ask.at(Placement.THANK_YOU).anchors("old-tent").of(shop), "pump");

        Duration after = pump.after().orElseThrow();
        assertTrue(after.toDays() >= 14 && after.toDays() < 21, after::toString);
        var evidence = pump.moment().orElseThrow();
        Map<String, Double> numbers = evidence.numbers();
        assertEquals("learned-moment/tent>pump", evidence.id());
        assertEquals(24, numbers.get("after"));
        assertEquals(24, numbers.get("pairs"));
        assertEquals(
                "Of 24 customers who bought products of both types, 24 bought this kind later, half of them within 18 days.",
                evidence.sentence().in("en"));
    }

    @Test
    @Proves("T2")
    void followUp_comesWhenItIsTime_andNotBefore() {
        campers();

        Decision early = followUp(3);
        Decision inTime = followUp(20);
        Decision late = followUp(120);

        assertFalse(Ask.ids(early).contains("pump"));
        assertTrue(Ask.ids(inTime).contains("pump"), () -> inTime.stages().toString());
        assertFalse(Ask.ids(late).contains("pump"));
    }

    @Test
    @Proves("T2")
    void wantedAtOnce_saysSo() {
        campers();

        Offer lamp = Ask.offer(Ask.about("old-tent").of(shop), "lamp");

        assertEquals(Optional.empty(), lamp.after());
        assertEquals(30, lamp.moment().orElseThrow().numbers().get("together"));
    }

    @Test
    @Proves("T2")
    void whatIsCurated_beatsWhatIsLearned() {
        campers();
        shop.complement("tent-pump", "tent", "pump", "air", 0.8);

        Offer pump = Ask.offer(Ask.about("old-tent").of(shop), "pump");

        assertEquals(Optional.empty(), pump.after());
        assertEquals(Optional.empty(), pump.moment());
    }

    @Test
    @Proves("O10")
    void home_showsWhatIsBoughtLatelyInTheCategoryLookedAt() {
        for (int day = 0; day < 12; day++) {
            shop.bought("c-" + day, MAY + day, "mug").bought("d-" + day, MAY + day, "lamp");
        }
        shop.product("torch", "torch").category("Camping", "Lamps").add().learnsHabits();

        Offer lamp = Ask.offer(Ask.at(Placement.HOME).lookedAt("torch").of(shop), "lamp");

        assertEquals(OfferKind.POPULAR, lamp.kind());
        assertEquals(
                "Bought in 12 of the latest orders, within 30 days.",
                lamp.reasons().getFirst().text());
        assertEquals(
                "Camping > Lamps",
                lamp.reasons().getFirst().evidence().attributes().get("category"));
        assertFalse(Ask.ids(Ask.at(Placement.HOME).lookedAt("torch").of(shop)).contains("mug"));
    }

    @Test
    @Proves("O10")
    void home_showsWhatWasBoughtAtThisTimeOfTheYear() {
        for (int day = 0; day < 12; day++) {
            shop.bought("c-" + day, MAY - 365 + 40 + day, "mug").bought("d-" + day, MAY, "lamp");
        }
        shop.learnsHabits();

        Offer mug = Ask.offer(Ask.at(Placement.HOME).of(shop), "mug");

        assertEquals(Offer.Code.POPULAR_IN_CONTEXT, mug.reasons().getFirst().code());
        assertTrue(
                mug.reasons().getFirst().text().endsWith("orders of former years in June."),
                mug.reasons().getFirst().text());
    }

    private Decision followUp(int days) {
        return Ask.at(Placement.FOLLOW_UP)
                .owns("old-tent", days)
                .consents("email", true)
                .of(shop);
    }

    private void campers() {
        for (int customer = 0; customer < 60; customer++) {
            if (customer % 2 == 0) {
                shop.bought("c-" + customer, MAY, "old-tent", "lamp");
            } else {
                shop.bought("c-" + customer, MAY, "old-tent");
            }
            if (customer >= 36) {
                shop.bought("c-" + customer, MAY + 14 + customer % 7, "pump");
            }
        }
        for (int customer = 0; customer < 200; customer++) {
            shop.bought("d-" + customer, MAY, "mug");
        }
        shop.learnsHabits();
    }

    @Test
    @Proves({"O8", "O10"})
    void home_dealIsADeal_thoughItIsPopularToo() {
        for (int day = 0; day < 12; day++) {
            shop.bought("c-" + day, MAY + day, "mug");
        }
        Wishes.Deal deal = new Wishes.Deal(
                "mug",
                Optional.empty(),
                Optional.of(Ask.NOW.plus(Duration.ofDays(1))),
                new LocalizedText(Map.of("en", "Deal of the day")));
        shop.learnsHabits()
                .rules(Placement.HOME, new PlacementRules(12, 0, Set.of(), 1.5, 1, 1, 0, Wishes.NONE, List.of(deal)));

        Offer mug = Ask.offer(Ask.at(Placement.HOME).of(shop), "mug");

        assertEquals(OfferKind.DEAL, mug.kind());
        assertEquals("Deal of the day", mug.reasons().getFirst().text());
        assertEquals(deal.end(), mug.extras().until());
    }
}
