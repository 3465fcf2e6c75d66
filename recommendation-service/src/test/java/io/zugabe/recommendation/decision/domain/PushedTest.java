package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.campaigns.domain.Condition;
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

    private static Campaigns campaign(String segment, String... products) {
        return new Campaigns(List.of(new Campaigns.Ready(
                new Campaign(
                        "evenings",
                        "Evenings",
                        Ask.NOW.minus(Duration.ofDays(1)),
                        Ask.NOW.plus(Duration.ofDays(1)),
                        segment,
                        false,
                        "",
                        0,
                        Set.of(),
                        Optional.empty(),
                        List.of(products),
                        3,
                        new LocalizedText(Map.of("en", "For long evenings.")),
                        Campaign.Stage.ACTIVE,
                        1),
                Condition.ALWAYS)));
    }
}
