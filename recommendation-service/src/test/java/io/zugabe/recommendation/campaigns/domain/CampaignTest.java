package io.zugabe.recommendation.campaigns.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Proves("T4")
class CampaignTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(31));

    static Campaign campaign(String segment, double control, Campaign.Stage stage) {
        return new Campaign(
                "spring",
                "Spring",
                START,
                END,
                segment,
                false,
                "",
                control,
                Set.of("CART"),
                Optional.empty(),
                List.of("bag"),
                2,
                new LocalizedText(Map.of("en", "Spring is here.")),
                stage,
                1);
    }

    @Test
    void controlGroup_isTheSameAlways_ofItsShare_andGrowsWithIt() {
        Campaign tenth = campaign("", 0.1, Campaign.Stage.ACTIVE);
        Campaign third = campaign("", 0.3, Campaign.Stage.ACTIVE);
        List<String> heldOut = IntStream.range(0, 10_000)
                .mapToObj(number -> "c:" + number)
                .filter(tenth::holdsOut)
                .toList();
        assertEquals(1_000, heldOut.size(), 100);
        assertTrue(heldOut.stream().allMatch(third::holdsOut));
        assertFalse(campaign("", 0, Campaign.Stage.ACTIVE).holdsOut("c:1"));
    }

    @Test
    void campaign_isInForceWithinItsDates_forItsAudience_whereItHolds() {
        Campaigns all = new Campaigns(List.of(new Campaigns.Ready(
                campaign("buyers", 0, Campaign.Stage.ACTIVE),
                (known, placement, time) -> known.weather().equals("rain"))));
        assertEquals(1, inForce(all, Set.of("buyers"), "CART", "rain", START));
        assertEquals(0, inForce(all, Set.of(), "CART", "rain", START));
        assertEquals(0, inForce(all, Set.of("buyers"), "HOME", "rain", START));
        assertEquals(0, inForce(all, Set.of("buyers"), "CART", "", START));
        assertEquals(0, inForce(all, Set.of("buyers"), "CART", "rain", START.minusMillis(1)));
        assertEquals(0, inForce(all, Set.of("buyers"), "CART", "rain", END));
    }

    @Test
    void pausedOne_isNotInForce() {
        Campaigns all =
                new Campaigns(List.of(new Campaigns.Ready(campaign("", 0, Campaign.Stage.PAUSED), Condition.ALWAYS)));
        assertEquals(0, inForce(all, Set.of(), "CART", "", START));
    }

    private static int inForce(Campaigns all, Set<String> segments, String placement, String weather, Instant time) {
        return all.inForce(segments, placement, new Circumstances("", "", weather, ""), time)
                .size();
    }
}
