package io.zugabe.recommendation.feedback.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.feedback.domain.Feedback.Action;
import io.zugabe.recommendation.feedback.domain.Feedback.Dismissal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@Proves("O9")
class OfferHappeningTest {

    private static final UUID ONE = new UUID(0x7000, 1);
    private static final UUID OTHER = new UUID(0x7000, 2);
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void shownOfOneDecision_isOneLook_everythingElseStandsAlone() {
        List<OfferHappening> happenings = OfferHappening.of(new TreeMap<>(Map.of(
                0, told(ONE, "mat", Action.SHOWN, 5),
                1, told(ONE, "lamp", Action.SHOWN, 3),
                2, told(OTHER, "mat", Action.SHOWN, 0),
                3, told(ONE, "mat", Action.CLICKED, 9),
                4, told(ONE, "lamp", Action.CLICKED, 9))));

        assertEquals(4, happenings.size());
        OfferHappening look = happenings.getFirst();
        assertEquals(List.of(0, 1), look.items());
        assertEquals(
                List.of("lamp", "mat"),
                look.offers().stream().map(TrackedOffer::product).toList());
        assertEquals(NOON.plusSeconds(3), look.time());
    }

    @Test
    void ids_areTheSameForTheSameFeedback_andForNothingElse() {
        OfferHappening first = only(told(ONE, "mat", Action.CLICKED, 0));
        assertEquals(first.id(), only(told(ONE, "mat", Action.CLICKED, 60)).id());
        assertNotEquals(first.id(), only(told(OTHER, "mat", Action.CLICKED, 0)).id());
        assertNotEquals(first.id(), only(told(ONE, "lamp", Action.CLICKED, 0)).id());
        assertNotEquals(first.id(), only(told(ONE, "mat", Action.ADDED, 0)).id());
    }

    @Test
    void sameOfferTwiceInABatch_isToldOnce() {
        OfferHappening look = OfferHappening.of(new TreeMap<>(Map.of(
                        0, told(ONE, "mat", Action.SHOWN, 0),
                        1, told(ONE, "mat", Action.SHOWN, 1))))
                .getFirst();
        assertEquals(1, look.offers().size());
        assertEquals(List.of(0, 1), look.items());
    }

    @Test
    void previews_tellNothing() {
        TrackedOffer preview = new TrackedOffer(ONE, "c", "", "", true, "CART", "mat", OfferOrigin.UNKNOWN);
        assertEquals(
                List.of(),
                OfferHappening.of(
                        new TreeMap<>(Map.of(0, new Feedback(preview, Action.SHOWN, NOON, Dismissal.UNSPECIFIED)))));
    }

    private static OfferHappening only(Feedback feedback) {
        return OfferHappening.of(new TreeMap<>(Map.of(0, feedback))).getFirst();
    }

    private static Feedback told(UUID decision, String product, Action action, long second) {
        TrackedOffer offer = new TrackedOffer(decision, "c", "", "", false, "CART", product, OfferOrigin.UNKNOWN);
        return new Feedback(offer, action, NOON.plusSeconds(second), Dismissal.UNSPECIFIED);
    }
}
