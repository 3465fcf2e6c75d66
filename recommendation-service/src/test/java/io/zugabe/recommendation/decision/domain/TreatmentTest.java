package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Offers keep to how the customer is to be treated. */
@Proves({"C4", "T3"})
class TreatmentTest {

    private static final Instant LATER = Ask.NOW.plus(Duration.ofDays(3));

    private final Shop shop = PolicyTest.cameraShop();

    @Test
    void forbidden_isSilentWithReasonAndEnd() {
        Decision decision = Ask.about("camera")
                .treated(Treatments.of("FATIGUE").silentUntil(LATER).done())
                .of(shop);

        assertEquals(Optional.of(Silence.FATIGUE), decision.silence());
        assertEquals(Optional.of(LATER), decision.quietUntil());
        assertTrue(decision.stages().getFirst().notes().getFirst().contains("FATIGUE"));
        assertEquals(
                Optional.of(Silence.OPEN_CASE),
                silence(Treatments.of("OPEN_SERVICE_CASE").silentUntil(LATER)));
        assertEquals(
                Optional.of(Silence.DO_NOT_DISTURB),
                silence(Treatments.of("DO_NOT_DISTURB").silentUntil(LATER)));
        assertEquals(
                Optional.of(Silence.TREATMENT),
                silence(Treatments.of("HOLIDAYS").silentUntil(LATER)));
    }

    @Test
    void silence_endsWithItsTime_thoughNobodyWasAssessedSince() {
        Instant end = Ask.NOW;
        Decision decision = Ask.about("camera")
                .treated(Treatments.of("FATIGUE").silentUntil(end).done())
                .of(shop);
        assertEquals(List.of("bag"), Ask.ids(decision));
        assertEquals(Optional.empty(), decision.quietUntil());
        assertTrue(decision.stages().getFirst().notes().getFirst().contains("ended at " + end));
        assertEquals(
                Optional.of(Silence.FATIGUE), silence(Treatments.of("FATIGUE").silentUntil(end.plusMillis(1))));
        assertEquals(
                "KIND_NOT_ALLOWED",
                dropped(Treatments.of("FATIGUE").silentUntil(end).kinds("HOW_TO")),
                "what other rules restrict holds on");
    }

    @Test
    void standard_isOfferedAsWithoutAssessment() {
        Decision standard = Ask.about("camera").treated(Treatments.of().done()).of(shop);
        assertEquals(Ask.about("camera").of(shop).offers(), standard.offers());
        assertFalse(standard.offers().isEmpty());
    }

    @Test
    void channel_thatIsClosed_isSilentAndOthersAreNot() {
        Ask ask = Ask.at(Placement.FOLLOW_UP).owns("camera", 8).consents("email", true);
        assertEquals(Optional.empty(), ask.of(shop).silence());
        assertEquals(
                Optional.of(Silence.TREATMENT),
                ask.treated(Treatments.of("JUST_BOUGHT").channels("page").done())
                        .of(shop)
                        .silence());
        assertEquals(Optional.empty(), silence(Treatments.of("JUST_BOUGHT").channels("page")));
    }

    @Test
    void kindTypeAndPrice_areFiltersBeforeRanking() {
        assertEquals("KIND_NOT_ALLOWED", dropped(Treatments.of().kinds("UPGRADE", "HOW_TO")));
        assertEquals("TYPE_NOT_ALLOWED", dropped(Treatments.of().without("bag")));
        assertEquals("ABOVE_CUSTOMER_LIMIT", dropped(Treatments.of().ceiling(39.99)));
        assertEquals("", dropped(Treatments.of().ceiling(40)));
    }

    @Test
    void crossSelling_onlyWhenTriggered_waitsForTheCart() {
        Treatments limiter = Treatments.of("SPENDING_LIMITER").onlyWhenTriggered();
        assertEquals(Optional.of(Silence.NOT_TRIGGERED), silence(limiter));
        Ask ask = Ask.about("camera").treated(limiter.done());
        assertEquals(List.of("bag"), Ask.ids(ask.filledCart(Duration.ofHours(2)).of(shop)));
        assertEquals(
                Optional.of(Silence.NOT_TRIGGERED),
                ask.filledCart(Duration.ofHours(25)).of(shop).silence());
    }

    @Test
    void crossSelling_onlyWhenTriggered_knowsACartNewerThanTheProfile() {
        Ask ask = Ask.at(Placement.CART)
                .cart("camera")
                .treated(Treatments.of().onlyWhenTriggered().done());
        assertEquals(List.of("bag"), Ask.ids(ask.of(shop)));
        assertEquals(
                Optional.of(Silence.NOT_TRIGGERED),
                ask.lookedAt("camera").of(shop).silence());
    }

    @Test
    void quietProduct_isNotOfferedUntilItsTime() {
        assertEquals("QUIET", dropped(Treatments.of().quiet("bag", LATER)));
        assertEquals("", dropped(Treatments.of().quiet("bag", Ask.NOW)));
    }

    @Test
    void quietProduct_silencesOthersForTheSameNeed() {
        Shop two = PolicyTest.cameraShop().product("rucksack", "bag").price(60).add();
        Decision decision = Ask.about("camera")
                .treated(Treatments.of().quiet("rucksack", LATER).done())
                .of(two);
        assertEquals("NEED_QUIET", Ask.dropped(decision, "eligibility", "bag"));
    }

    @Test
    void advice_isGivenWithOffersAndWithoutAny_unlessNothingKnownMayBeUsed() {
        Treatments demanding = Treatments.of("SERVICE_DEMANDER").advice("HOW_TO", "SELF_SERVICE");
        assertEquals(List.of("HOW_TO", "SELF_SERVICE"), advice(demanding));
        assertEquals(List.of("HOW_TO", "SELF_SERVICE"), advice(demanding.silentUntil(LATER)));
        assertEquals(List.of(), advice(demanding.anonymous()));
        assertEquals(List.of(), advice(Treatments.of()));
    }

    private List<String> advice(Treatments treatments) {
        return Ask.about("camera").treated(treatments.done()).of(shop).advice();
    }

    @Test
    void anonymous_isOfferedWhatAnybodyIs() {
        Ask ask = Ask.about("camera").owns("bag", 5);
        assertEquals(List.of(), Ask.ids(ask.of(shop)));
        assertEquals(
                List.of("bag"),
                Ask.ids(ask.treated(Treatments.of("NO_CONSENT").anonymous().done())
                        .of(shop)));
    }

    private Optional<Silence> silence(Treatments treatments) {
        return Ask.about("camera").treated(treatments.done()).of(shop).silence();
    }

    /** Why the bag is dropped. */
    private String dropped(Treatments treatments) {
        Decision decision = Ask.about("camera").treated(treatments.done()).of(shop);
        String early = Ask.dropped(decision, "candidates", "bag");
        return early.isEmpty() ? Ask.dropped(decision, "eligibility", "bag") : early;
    }

    @Test
    void quietProduct_silencesOthersOfItsNeed_fromWhateverSource() {
        Shop cases = new Shop()
                .product("camera", "camera")
                .price(900)
                .add()
                .product("case", "case")
                .price(60)
                .add()
                .product("other-case", "case")
                .price(50)
                .add()
                .product("strap", "strap")
                .price(30)
                .add()
                .orders(30, "camera", "other-case", "strap");
        Ask ask = Ask.about("camera");
        assertTrue(Ask.ids(ask.of(cases)).contains("other-case"));

        Decision decision =
                ask.treated(Treatments.of().quiet("case", LATER).done()).of(cases);

        assertEquals(List.of("strap"), Ask.ids(decision));
        assertEquals("NEED_QUIET", Ask.dropped(decision, "eligibility", "other-case"));

        cases.complement("protect", "camera", "case", "protect", 0.9);
        assertEquals(
                "NEED_QUIET",
                Ask.dropped(ask.filter(List.of("strap"), List.of(), 0).of(cases), "eligibility", "other-case"));
    }
}
