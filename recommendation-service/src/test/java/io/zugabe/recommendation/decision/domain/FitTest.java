package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Proves("O1")
class FitTest {

    private final Shop shop = new Shop()
            .gate("camera", "battery")
            .gate("camera", "card")
            .fits(1, 11)
            .fitsWithLimit(1, 12)
            .fits(2, 13)
            .product("camera-1", "camera_body", "camera")
            .price(900)
            .fitGroup(1)
            .add()
            .product("camera-2", "camera_body", "camera")
            .price(800)
            .fitGroup(2)
            .add()
            .product("original", "battery")
            .price(70)
            .fitGroup(11)
            .add()
            .product("third-party", "battery")
            .price(60)
            .fitGroup(12)
            .add()
            .product("look-alike", "battery")
            .price(69)
            .fitGroup(13)
            .add()
            .product("no-attributes", "battery")
            .price(50)
            .fitGroup(14)
            .add()
            .product("bag", "bag")
            .add()
            .product("tent", "tent")
            .add()
            .complement("camera-battery", "camera", "battery", "power", 0.9)
            .complement("camera-bag", "camera", "bag", "transport", 0.5);

    @Test
    @Proves({"O1", "O9"})
    void pairThatADisputeBlocks_isNotOffered_untilItIsLifted() {
        shop.orders(5, "camera-1", "bag").blocks("original", "camera-1", true).blocks("camera-1", "bag", true);
        Decision blocked = Ask.about("camera-1").of(shop);
        assertEquals(List.of("third-party"), Ask.ids(blocked));
        assertEquals("DOES_NOT_FIT", Ask.dropped(blocked, "fit", "original"));
        assertEquals("DOES_NOT_FIT", Ask.dropped(blocked, "fit", "bag"));

        shop.blocks("camera-1", "original", false).blocks("bag", "camera-1", false);
        assertEquals(
                List.of("bag", "original"),
                Ask.ids(Ask.about("camera-1").of(shop)).stream().sorted().toList());
    }

    @Test
    @Proves({"O1", "O9"})
    void blockedPart_needsAnotherHost() {
        shop.orders(5, "tent", "original").blocks("camera-1", "original", true);
        assertEquals(
                "FITS_NOTHING_HERE",
                Ask.dropped(Ask.about("tent").owns("camera-1", 10).of(shop), "fit", "original"));
    }

    @Test
    void lookAlikeAndUnknown_areNeverOffered() {
        Decision decision = Ask.about("camera-1").of(shop);

        assertEquals(
                List.of("bag", "original"), Ask.ids(decision).stream().sorted().toList());
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "fit", "look-alike"));
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "fit", "no-attributes"));
        assertEquals(Optional.empty(), Ask.offer(decision, "bag").fit());
    }

    @Test
    void anyRankingAndAnyDemand_doNotOpenTheGate() {
        shop.orders(500, "camera-1", "look-alike");

        for (String ranking : List.of("value", "confidence", "popularity")) {
            assertEquals(
                    "DOES_NOT_FIT",
                    Ask.dropped(Ask.about("camera-1").ranking(ranking).of(shop), "fit", "look-alike"));
        }
    }

    @Test
    void partAsAnchor_isAnsweredWhicheverIsTheHost() {
        shop.complement("battery-camera", "battery", "camera", "body", 0.5);

        Decision decision = Ask.about("look-alike").of(shop);

        assertEquals(List.of("camera-2"), Ask.ids(decision));
        assertEquals(
                "camera-2", Ask.offer(decision, "camera-2").fit().orElseThrow().hostId());
    }

    @Test
    void severalAnchors_onlyThoseThatItFitsAreNamed() {
        Decision decision = Ask.at(Placement.CART).cart("camera-1", "camera-2").of(shop);

        Offer battery = decision.offers().stream()
                .filter(offer -> offer.need().equals("power"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, battery.complements().size());
        assertEquals(
                battery.complements().getFirst(), battery.fit().orElseThrow().hostId());
    }

    @Test
    void ungatedBesideADevice_needsAPersonWhoSaysSo() {
        shop.orders(50, "camera-1", "tent");
        Decision decision = Ask.about("camera-1").of(shop);

        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "fit", "tent"));
        assertEquals(List.of("camera-1"), Ask.ids(Ask.about("tent").of(shop)));
    }

    @Test
    void makersExclusion_holdsBetweenTypesThatAreNotGated() {
        shop.product("screen", "screen")
                .fitGroup(20)
                .add()
                .complement("camera-screen", "camera", "screen", "screen", 0.9);
        assertEquals(true, Ask.ids(Ask.about("camera-1").of(shop)).contains("screen"));

        shop.excludes(1, 20);

        assertEquals("DOES_NOT_FIT", Ask.dropped(Ask.about("camera-1").of(shop), "fit", "screen"));
        assertEquals(true, Ask.ids(Ask.about("camera-2").of(shop)).contains("screen"));
    }

    @Test
    void hostBoughtTogetherWithItsPart_isNoExtraForThePart() {
        shop.orders(50, "camera-1", "original");

        assertEquals("IS_HOST", Ask.dropped(Ask.about("original").of(shop), "fit", "camera-1"));
    }

    @Test
    void strayPart_needsAHostThatIsBoughtOrOwned() {
        shop.orders(50, "tent", "original");

        Decision stranger = Ask.about("tent").of(shop);
        assertEquals(List.of(), Ask.ids(stranger));
        assertEquals("FITS_NOTHING_HERE", Ask.dropped(stranger, "fit", "original"));

        Decision owner = Ask.about("tent").owns("camera-1", 50).of(shop);
        assertEquals(List.of("original"), Ask.ids(owner));
        assertEquals("camera-1", owner.offers().getFirst().fit().orElseThrow().hostId());

        assertEquals(List.of(), Ask.ids(Ask.about("tent").owns("camera-2", 50).of(shop)));
    }

    @Test
    void limit_isShown() {
        Decision decision = Ask.about("camera-1")
                .filter(List.of("original"), List.of(), 0)
                .in("de")
                .of(shop);

        Offer battery = Ask.offer(decision, "third-party");
        assertEquals(Verdict.FITS_WITH_LIMITS, battery.fit().orElseThrow().verdict());
        assertEquals("18 W", battery.fit().orElseThrow().limits().getFirst().got());
        assertEquals(
                "host 1 nimmt part 12. Lädt langsam.",
                battery.reasons().getFirst().text());
    }
}
