package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.campaigns.domain.Condition;
import io.zugabe.recommendation.experiments.domain.AppliedArm;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Proves("T4")
class PushedTest {

    private final Shop shop = new Shop()
            .product("tent", "tent")
            .add()
            .product("lamp", "lamp")
            .add()
            .product("mug", "mug")
            .add();

    @Test
    void whatACampaignPushes_isOfferedToItsAudience_withItsReason() {
        Decision decision = Ask.about("tent")
                .memberOf("campers")
                .during(campaign("campers", "lamp"))
                .of(shop);
        Offer lamp = Ask.offer(decision, "lamp");
        assertEquals(Offer.Code.CAMPAIGN, lamp.reasons().getFirst().code());
        assertEquals("For long evenings.", lamp.reasons().getFirst().text());
        assertEquals("campaign/evenings", lamp.reasons().getFirst().evidence().id());
    }

    @Test
    void others_areNotTold() {
        Decision decision =
                Ask.about("tent").during(campaign("campers", "lamp")).of(shop);
        assertFalse(Ask.ids(decision).contains("lamp"));
    }

    @Test
    void boost_ranksHigher_andLetsNothingThroughAGate() {
        Campaigns pushing = campaign("", "mug", "tent");
        List<String> offered = Ask.ids(Ask.about("tent").during(pushing).of(shop));
        assertTrue(offered.contains("mug"));
        assertFalse(offered.contains("tent"), "it is the page's own product");
    }

    @Test
    @Proves({"T4", "C4"})
    void needThatTheCustomerIsLeftAloneWith_isNotPushedEither() {
        shop.product("torch", "lamp").add();
        Treatments dismissed = Treatments.of().quiet("torch", Ask.NOW.plus(Duration.ofDays(3)));
        for (Ask ask : List.of(Ask.about("tent"), Ask.at(Placement.CART).cart("tent"))) {
            Decision decision = ask.treated(dismissed.done())
                    .during(campaign("", "lamp", "mug"))
                    .of(shop);
            assertEquals(List.of("mug"), Ask.ids(decision));
            assertEquals("NEED_QUIET", Ask.dropped(decision, "eligibility", "lamp"));
        }
    }

    /** An R6 takes one battery and one body, an R10 the others; a lens fits the R6 alone. */
    private static Shop cameras() {
        return new Shop()
                .gate("camera", "battery")
                .gate("camera", "lens")
                .fits(6, 61)
                .fits(10, 101)
                .fits(6, 62)
                .product("r6", "camera")
                .price(900)
                .fitGroup(6)
                .add()
                .product("r10", "camera")
                .price(800)
                .fitGroup(10)
                .add()
                .product("for-r6", "battery")
                .price(70)
                .fitGroup(61)
                .add()
                .product("for-r10", "battery")
                .price(70)
                .fitGroup(101)
                .add()
                .product("lens-r6", "lens")
                .price(500)
                .fitGroup(62)
                .add()
                .product("bag", "bag")
                .price(60)
                .add()
                .product("course", "course")
                .price(60)
                .add();
    }

    @Test
    @Proves("O1")
    void partForSomethingElseThatTheCustomerOwns_isNotPushedBesideWhatItDoesNotFit() {
        Decision decision = Ask.about("r6")
                .owns("r10", 100)
                .during(campaign("", "for-r6", "for-r10"))
                .of(cameras());
        assertEquals(List.of("for-r6"), Ask.ids(decision));
        assertEquals(List.of("r6"), Ask.offer(decision, "for-r6").complements());
        assertEquals(
                Offer.Code.FITS,
                Ask.offer(decision, "for-r6").reasons().getFirst().code());
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "candidates", "for-r10"));
    }

    @Test
    @Proves("O1")
    void hostThatTheCartDoesNotFit_isNotPushed() {
        Campaigns bodies = campaign("", "r6", "r10");
        Decision decision =
                Ask.at(Placement.CART).cart("lens-r6").during(bodies).of(cameras());
        assertEquals(List.of("r6"), Ask.ids(decision));
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "candidates", "r10"));
    }

    @Test
    @Proves({"O1", "O9"})
    void pairThatADisputeBlocks_isNotPushed() {
        Shop disputed = cameras().blocks("r6", "bag", true).blocks("r6", "for-r6", true);
        Decision decision =
                Ask.about("r6").during(campaign("", "bag", "for-r6")).of(disputed);
        assertEquals(List.of(), Ask.ids(decision));
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "candidates", "bag"));
        assertEquals("DOES_NOT_FIT", Ask.dropped(decision, "candidates", "for-r6"));
    }

    @Test
    @Proves("T2")
    void whatIsWantedAfterThePurchase_isNotPushedBeforeIt() {
        Shop teaching = cameras().later("camera-course", "camera", "course", "learning", 14);
        Decision early = Ask.about("r6").during(campaign("", "course")).of(teaching);
        assertEquals(List.of(), Ask.ids(early));
        assertEquals("AFTER_PURCHASE", Ask.dropped(early, "candidates", "course"));
        Decision after = Ask.at(Placement.THANK_YOU)
                .anchors("r6")
                .during(campaign("", "course"))
                .of(teaching);
        assertEquals(List.of("course"), Ask.ids(after));
    }

    @Test
    void sideOfTheControlGroup_isReported_whereOffersMayBeMade() {
        Campaigns all = campaign("", "lamp");
        assertEquals(List.of(), Ask.about("tent").during(all).of(shop).campaigns(), "it has no control group");
        for (String id : List.of("evenings", "mornings", "nights", "days")) {
            Campaigns some = new Campaigns(List.of(ready(id, "", 0.5, "lamp")));
            Decision decision = Ask.about("tent").during(some).of(shop);
            boolean heldOut = some.all().getFirst().campaign().holdsOut("c:c-1");
            assertEquals(
                    List.of(new AppliedArm(id, heldOut ? "control" : "campaign", 0, Map.of())), decision.campaigns());
            assertEquals(!heldOut, Ask.ids(decision).contains("lamp"));
            assertTrue(
                    Ask.ids(Ask.about("tent").during(some.heldOutOfNone(id)).of(shop))
                            .contains("lamp"),
                    "what the control group would have got");
            assertEquals(
                    List.of(),
                    Ask.about("tent").openCase().during(some).of(shop).campaigns(),
                    "nobody gets anything, so neither side is compared");
        }
    }

    @Test
    void versionOfADecision_namesItsCampaigns() {
        Snapshot without = shop.snapshot();
        Snapshot with = without.during(campaign("", "lamp"));
        assertNotEquals(without.version(), with.version());
        assertNotEquals(with.version(), without.during(campaign("", 2)).version());
    }

    private static Campaigns campaign(String segment, String... products) {
        return campaign(segment, 1, products);
    }

    private static Campaigns campaign(String segment, long version, String... products) {
        return new Campaigns(List.of(ready("evenings", segment, 0, version, products)));
    }

    private static Campaigns.Ready ready(String id, String segment, double control, String... products) {
        return ready(id, segment, control, 1, products);
    }

    private static Campaigns.Ready ready(String id, String segment, double control, long version, String... products) {
        return new Campaigns.Ready(
                new Campaign(
                        id,
                        "Evenings",
                        Ask.NOW.minus(Duration.ofDays(1)),
                        Ask.NOW.plus(Duration.ofDays(1)),
                        segment,
                        false,
                        "",
                        control,
                        Set.of(),
                        Optional.empty(),
                        List.of(products),
                        3,
                        new LocalizedText(Map.of("en", "For long evenings.")),
                        Campaign.Stage.ACTIVE,
                        version),
                Condition.ALWAYS);
    }
}
