package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.Selector;
import io.zugabe.recommendation.replica.domain.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    @Test
    @Proves("O3")
    void curated_bySelectorsOfEveryKind() {
        Shop shop = new Shop()
                .product("printer", "printer")
                .category("Office", "Printers")
                .attribute("family", "HP 305")
                .add()
                .product("by-id", "a")
                .add()
                .product("by-type", "b", "b_root")
                .add()
                .product("by-category", "c")
                .category("Office", "Paper", "A4")
                .add()
                .product("by-attribute", "d")
                .attribute("family", "HP 305", "HP 305XL")
                .add()
                .product("other-attribute", "d")
                .attribute("family", "HP 304")
                .add()
                .relation("1", new Selector.ById("printer"), new Selector.ById("by-id"), "n1", 0.5, 0)
                .relation("2", new Selector.ByType("printer"), new Selector.ByType("b_root"), "n2", 0.5, 0)
                .relation(
                        "3",
                        new Selector.ByCategory(List.of("Office")),
                        new Selector.ByCategory(List.of("Office", "Paper")),
                        "n3",
                        0.5,
                        0)
                .relation(
                        "4",
                        new Selector.ByAttribute("printer", "family", "HP 305"),
                        new Selector.ByAttribute("d", "family", "HP 305"),
                        "n4",
                        0.5,
                        0)
                .relation(
                        "5",
                        new Selector.ByAttribute("printer", "family", "HP 304"),
                        new Selector.ById("other-attribute"),
                        "n5",
                        0.5,
                        0);

        assertEquals(
                List.of("by-attribute", "by-category", "by-id", "by-type"),
                Ask.ids(Ask.about("printer").of(shop)).stream().sorted().toList());
    }

    @Test
    @Proves({"O3", "T5"})
    void curated_onlyComplementsAndServices_thatHoldHereAndNow() {
        Set<String> none = Set.of();
        Shop shop = new Shop().product("tent", "tent").add();
        for (Terms.Kind kind : Terms.Kind.values()) {
            String id = kind.name().toLowerCase(Locale.ROOT);
            shop.product(id, id).add().relation(id, "tent", id, Terms.of(kind));
        }
        Terms rain = new Terms(
                Terms.Kind.COMPLEMENT, Optional.empty(), Optional.empty(), none, none, Set.of("rain"), none, Set.of());
        Terms over = new Terms(
                Terms.Kind.COMPLEMENT, Optional.empty(), Optional.of(Ask.NOW), none, none, none, none, Set.of());
        shop.product("tarp", "tarp").add().relation("tarp", "tent", "tarp", rain);
        shop.product("gift", "gift").add().relation("gift", "tent", "gift", over);

        assertEquals(
                Set.of("complement", "service"),
                Set.copyOf(Ask.ids(Ask.about("tent").of(shop))));
        Ask inRain = Ask.about("tent").under(new Circumstances("", "", "rain", ""));
        assertEquals(Set.of("complement", "service", "tarp"), Set.copyOf(Ask.ids(inRain.of(shop))));
    }

    @Test
    @Proves("T2")
    void complementForLater_isNotOfferedBefore_evenIfBoughtTogether() {
        Shop shop = PolicyTest.cameraShop().orders(30, "camera", "tripod");

        Decision before = Ask.about("camera").of(shop);
        assertEquals(List.of("bag"), Ask.ids(before));
        assertEquals("AFTER_PURCHASE", Ask.dropped(before, "candidates", "tripod"));

        Decision after = Ask.at(Placement.THANK_YOU).anchors("camera").of(shop);
        assertEquals(Optional.of(Duration.ofDays(7)), Ask.offer(after, "tripod").after());
        assertEquals(Optional.empty(), Ask.offer(after, "bag").after());
    }

    @Test
    @Proves("T2")
    void followUp_comesWhenDueAndNotMuchLater() {
        Shop shop = PolicyTest.cameraShop();

        assertEquals(List.of(), Ask.ids(followUp(6).of(shop)));
        assertEquals(List.of("tripod"), Ask.ids(followUp(7).of(shop)));
        assertEquals(List.of("tripod"), Ask.ids(followUp(67).of(shop)));
        assertEquals(List.of(), Ask.ids(followUp(68).of(shop)));
        assertEquals(
                List.of("tripod"),
                Ask.ids(Ask.at(Placement.FOLLOW_UP)
                        .anchors("camera")
                        .consents("email", true)
                        .of(shop)));
    }

    private static Ask followUp(int sinceDays) {
        return Ask.at(Placement.FOLLOW_UP).owns("camera", sinceDays).consents("email", true);
    }

    @Test
    @Proves("O4")
    void boughtTogether_needsThreeKeptBaskets() {
        Shop shop = new Shop().product("a", "a").add().product("b", "b").add().orders(2, "a", "b");
        assertEquals(List.of(), Ask.ids(Ask.about("a").of(shop)));

        shop.orders(1, "a", "-b");
        assertEquals(List.of(), Ask.ids(Ask.about("a").of(shop)));

        shop.orders(1, "a", "b");
        assertEquals(List.of("b"), Ask.ids(Ask.about("a").of(shop)));
    }

    @Test
    void gatedComplement_isFoundAmongThousandsThatDoNotFit() {
        Shop shop = new Shop().gate("phone", "cable").fits(1, 2);
        shop.product("phone", "phone").fitGroup(1).add();
        for (int i = 0; i < 3_000; i++) {
            shop.product("cable-" + i, "cable").fitGroup(3).rated(5, 1_000).add();
        }
        shop.product("right-cable", "cable").fitGroup(2).rated(1, 1_000).add();
        shop.complement("phone-cable", "phone", "cable", "charge", 0.9);

        Decision decision = Ask.about("phone").of(shop);
        assertEquals(List.of("right-cable"), Ask.ids(decision));
        assertTrue(decision.stages().get(2).candidates().size() < 50);
    }

    @Test
    void needServedByTheCart_isNotServedAgain_unlessItDoesNotFit() {
        Shop shop = new Shop()
                .gate("camera", "battery")
                .fits(1, 11)
                .fits(2, 12)
                .product("camera-1", "camera")
                .price(900)
                .fitGroup(1)
                .add()
                .product("battery-1", "battery")
                .fitGroup(11)
                .add()
                .product("spare-1", "battery")
                .fitGroup(11)
                .add()
                .product("battery-2", "battery")
                .fitGroup(12)
                .add()
                .complement("camera-battery", "camera", "battery", "power", 0.9);

        assertEquals(
                List.of(),
                Ask.ids(Ask.at(Placement.CART).cart("camera-1", "battery-1").of(shop)));
        assertEquals(
                1,
                Ask.ids(Ask.at(Placement.CART).cart("camera-1", "battery-2").of(shop))
                        .size());
    }

    @Test
    @Proves("T1")
    void home_startsFromHistory_elseFromWhatIsPopular() {
        Shop shop = PolicyTest.cameraShop()
                .product("part", "part")
                .add()
                .gate("camera", "part")
                .orders(5, "bag")
                .orders(9, "part")
                .orders(4, "tripod");

        assertEquals(
                List.of("bag"),
                Ask.ids(Ask.at(Placement.HOME).lookedAt("camera").of(shop)));
        assertEquals(
                List.of("bag"),
                Ask.ids(Ask.at(Placement.HOME).owns("camera", 100).of(shop)));
        Decision popular = Ask.at(Placement.HOME).of(shop);
        assertEquals(
                List.of("bag", "tripod"), Ask.ids(popular).stream().sorted().toList());
        assertEquals(OfferKind.POPULAR, popular.offers().getFirst().kind());
    }

    @Test
    void typeOfWhichCustomersBuySeveral_isOfferedSeveralTimes() {
        Shop shop = new Shop()
                .product("mug-red", "mug")
                .add()
                .product("mug-blue", "mug")
                .add()
                .product("mug-green", "mug")
                .add()
                .product("tray-1", "tray")
                .add()
                .product("tray-2", "tray")
                .add()
                .orders(20, "mug-red", "mug-blue", "mug-green", "tray-1", "tray-2");

        List<String> offered = Ask.ids(Ask.about("mug-red").of(shop));

        assertTrue(offered.containsAll(List.of("mug-blue", "mug-green")), offered.toString());
        assertEquals(3, offered.size(), "one tray is enough: " + offered);
    }

    @Test
    void nothingKnown_saysSo() {
        Decision decision = Ask.about("unheard-of").of(PolicyTest.cameraShop());

        assertEquals(Optional.of(Silence.NOTHING_TO_COMPLEMENT), decision.silence());
        assertEquals(List.of("unheard-of"), decision.unknown());
    }
}
