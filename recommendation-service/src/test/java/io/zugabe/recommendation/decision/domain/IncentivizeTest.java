package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.customer.domain.CustomerTreatment;
import io.zugabe.recommendation.incentives.domain.Audience;
import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.LevelCounts;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.replica.domain.Selector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes with offers: the least that works, or nothing. */
@Proves("O12")
class IncentivizeTest {

    private static final CustomerTreatment ALL = Treatments.of()
            .incentives(
                    "DISCOUNT", "BUNDLE_PRICE", "GIFT", "LOYALTY_POINTS", "FREE_SHIPPING", "MEMBER_PRICE", "MEMBERSHIP")
            .done();

    private static Shop shop() {
        Shop shop = new Shop();
        shop.product("tent", "tent").price(300).cost(200).add();
        shop.product("mat", "mat").price(40).cost(20).add();
        shop.product("lamp", "lamp").price(30).cost(12).add();
        shop.product("mug", "mug").price(8).cost(2).add();
        shop.complement("tent-mat", "tent", "mat", "sleep", 0.9);
        shop.complement("tent-lamp", "tent", "lamp", "light", 0.5);
        return shop;
    }

    private static Decision decide(LiveIncentive... live) {
        return Ask.about("tent").treated(ALL).of(shop().gives(0, live));
    }

    private static Optional<Promise> given(Decision decision, String product) {
        return Ask.offer(decision, product).promise().filter(Promise::isGiven);
    }

    private static String notes(Decision decision) {
        return decision.stages().stream()
                .filter(stage -> stage.stage().equals("incentive"))
                .flatMap(stage -> stage.notes().stream())
                .toList()
                .toString();
    }

    @Test
    void noIncentiveDefined_noStage() {
        Decision decision = Ask.about("tent").treated(ALL).of(shop());
        assertTrue(decision.stages().stream().noneMatch(stage -> stage.stage().equals("incentive")));
        assertTrue(given(decision, "mat").isEmpty());
    }

    @Test
    void upliftWorthItsCost_isGiven_theLeastThatWorks() {
        // margin 20: without 1 × 20, at 5 % 1.3 × 18, at 10 % 1.45 × 16, at 15 % 1.6 × 14
        Decision decision = decide(Lives.discount("d")
                .percent(5, 0.3)
                .percent(10, 0.45)
                .percent(15, 0.6)
                .done());
        Promise promise = given(decision, "mat").orElseThrow();
        assertEquals(1, promise.level());
        assertEquals(38_000_000, promise.priceAfter());
        assertEquals(2_000_000, promise.cost());
        Offer offer = Ask.offer(decision, "mat");
        assertTrue(
                offer.reasons().stream()
                        .anyMatch(reason -> reason.code() == Offer.Code.INCENTIVE
                                && reason.text().equals("5 % off: 38.00 € instead of 40.00 €.")),
                offer.reasons()::toString);
        assertTrue(notes(decision).contains("value_2"), () -> notes(decision));
    }

    @Test
    void nothingKnownAndNothingAssumed_nothingIsGiven() {
        Decision decision =
                decide(Lives.discount("d").percent(5, 0).percent(10, 0).done());
        assertTrue(given(decision, "mat").isEmpty());
        assertTrue(notes(decision).contains("NO_UPLIFT"), () -> notes(decision));
    }

    @Test
    void countsSayItDoesNotWork_whatWasAssumedIsForgotten() {
        LevelCounts control = new LevelCounts(10_000, 500, 500);
        LevelCounts level = new LevelCounts(10_000, 510, 500);
        Decision decision =
                decide(Lives.discount("d").percent(5, 1).counted(control, level).done());
        assertTrue(given(decision, "mat").isEmpty());
    }

    @Test
    void countsSayItWorks_isGivenWithoutAssumption() {
        LevelCounts control = new LevelCounts(10_000, 500, 500);
        LevelCounts level = new LevelCounts(10_000, 800, 500);
        Decision decision =
                decide(Lives.discount("d").percent(5, 0).counted(control, level).done());
        assertTrue(given(decision, "mat").isPresent());
    }

    @Test
    void belowTheFloor_smallerLevelOrNone() {
        Lives strong = Lives.discount("d").percent(5, 0.1).percent(20, 4);
        assertEquals(2, given(decide(strong.done()), "mat").orElseThrow().level());
        Decision floored = decide(
                Lives.discount("d").percent(5, 0.5).percent(20, 4).floor(15).done());
        assertEquals(1, given(floored, "mat").orElseThrow().level());
        Decision none = decide(Lives.discount("d").percent(20, 4).floor(15).done());
        assertTrue(given(none, "mat").isEmpty());
        assertTrue(notes(none).contains("BELOW_FLOOR"), () -> notes(none));
    }

    @Test
    void treatmentSaysNo_nothingIsGiven() {
        LiveIncentive live = Lives.discount("d").percent(5, 2).done();
        CustomerTreatment points = Treatments.of().incentives("LOYALTY_POINTS").done();
        Decision decision = Ask.about("tent").treated(points).of(shop().gives(0, live));
        assertTrue(given(decision, "mat").isEmpty());
        assertTrue(notes(decision).contains("TREATMENT"), () -> notes(decision));
        assertTrue(given(Ask.about("tent").of(shop().gives(0, live)), "mat").isEmpty(), "not assessed");
    }

    @Test
    @Proves("C4")
    void promotionMaximizer_isNeverGivenAnything_whateverThePolicySays() {
        LiveIncentive live = Lives.discount("d").percent(5, 2).trials(0.5).done();
        CustomerTreatment maximizer =
                Treatments.of("PROMOTION_MAXIMIZER").incentives("DISCOUNT").done();
        for (int seed = 0; seed < 50; seed++) {
            Decision decision = Ask.about("tent").treated(maximizer).seed(seed).of(shop().gives(0, live));
            assertTrue(Ask.offer(decision, "mat").promise().isEmpty());
        }
    }

    @Test
    void audience_isMet() {
        Lives members = Lives.of("m", IncentiveType.MEMBER_PRICE).percent(5, 2);
        assertTrue(given(decide(members.done()), "mat").isEmpty());
        Decision member = Ask.about("tent").treated(ALL).member().of(shop().gives(0, members.done()));
        assertTrue(given(member, "mat").isPresent());
        Audience cart = new Audience(Set.of(), Set.of(), Set.of("CART"), false);
        assertTrue(given(decide(Lives.discount("d").percent(5, 2).audience(cart).done()), "mat")
                .isEmpty());
        Audience segment = new Audience(Set.of("vip"), Set.of(), Set.of(), false);
        assertTrue(
                given(decide(Lives.discount("d").percent(5, 2).audience(segment).done()), "mat")
                        .isEmpty());
        assertTrue(
                given(decide(Lives.discount("d").percent(5, 2).usedUpBy("c:c-1").done()), "mat")
                        .isEmpty());
        assertTrue(given(decide(Lives.discount("d").percent(5, 2).until(Ask.NOW).done()), "mat")
                .isEmpty());
        assertTrue(given(decide(Lives.discount("d").percent(5, 2).closed().done()), "mat")
                .isEmpty());
        assertTrue(given(decide(Lives.discount("d").percent(5, 2).minimum(50).done()), "mat")
                .isEmpty());
    }

    @Test
    void selectors_decideWhatItComesWith() {
        Decision decision = decide(Lives.discount("d")
                .percent(5, 2)
                .products(new Selector.ByType("lamp"))
                .done());
        assertTrue(given(decision, "lamp").isPresent());
        assertTrue(given(decision, "mat").isEmpty());
    }

    @Test
    void stacking_oneOfAClass_andExclusiveAlone() {
        LiveIncentive one = Lives.discount("a").percent(5, 2).stacking("price").done();
        LiveIncentive other = Lives.discount("b")
                .percent(5, 2)
                .stacking("price")
                .products(new Selector.ById("lamp"))
                .done();
        assertEquals(1, count(decide(one, other)));
        LiveIncentive free = Lives.discount("b")
                .percent(5, 2)
                .products(new Selector.ById("lamp"))
                .done();
        assertEquals(2, count(decide(one, free)));
        LiveIncentive alone = Lives.discount("b")
                .percent(5, 2)
                .products(new Selector.ById("lamp"))
                .exclusive()
                .done();
        assertEquals(1, count(decide(one, alone)));
    }

    private static long count(Decision decision) {
        return decision.offers().stream()
                .filter(offer -> offer.promise().filter(Promise::isGiven).isPresent())
                .count();
    }

    @Test
    void otherTypes_costWhatTheyCost_andLeaveThePrice() {
        Decision points = decide(Lives.of("p", IncentiveType.LOYALTY_POINTS)
                .level(new Benefit.Points(200), 1)
                .unitCost(0.01)
                .done());
        assertEquals(2_000_000, given(points, "mat").orElseThrow().cost());
        assertEquals(40_000_000, given(points, "mat").orElseThrow().priceAfter());
        Decision shared = decide(Lives.of("s", IncentiveType.SHARED_SHIPPING)
                .percent(50, 1)
                .unitCost(4.9)
                .done());
        assertEquals(2_450_000, given(shared, "mat").orElseThrow().cost());
        Decision bundle =
                decide(Lives.of("b", IncentiveType.BUNDLE_PRICE).percent(10, 1).done());
        assertTrue(Ask.offer(bundle, "mat").reasons().getLast().text().contains("together with"), "anchor is named");
        Decision amount = decide(
                Lives.discount("d").level(new Benefit.Amount(3_000_000), 1).done());
        assertEquals(37_000_000, given(amount, "mat").orElseThrow().priceAfter());
    }

    @Test
    void gift_isThereAndFits_orIsNotGiven() {
        LiveIncentive gift = Lives.of("g", IncentiveType.GIFT)
                .gift("mug")
                .level(new Benefit.Gift("mug"), 1)
                .done();
        assertEquals(2_000_000, given(decide(gift), "mat").orElseThrow().cost());
        Shop gated = shop().gate("tent", "mug");
        assertTrue(given(Ask.about("tent").treated(ALL).of(gated.gives(0, gift)), "mat")
                .isEmpty());
        LiveIncentive unknown = Lives.of("g", IncentiveType.GIFT)
                .gift("nothing")
                .level(new Benefit.Gift("nothing"), 1)
                .done();
        assertTrue(given(decide(unknown), "mat").isEmpty());
    }

    @Test
    void costUnknown_nothingIsGiven() {
        Shop shop = shop();
        shop.product("mat", "mat").price(40).add();
        Decision decision = Ask.about("tent")
                .treated(ALL)
                .of(shop.gives(0, Lives.discount("d").percent(5, 2).done()));
        assertTrue(given(decision, "mat").isEmpty());
    }

    @Test
    void trials_inTheirShareOfDecisions_everyLevelAndNone() {
        LiveIncentive live =
                Lives.discount("d").percent(5, 0).percent(10, 0).trials(0.3).done();
        Shop shop = shop().gives(0, live);
        Snapshot snapshot = shop.snapshot();
        List<Promise> tried = IntStream.range(0, 1_000)
                .mapToObj(seed -> Ask.about("tent").treated(ALL).seed(seed).of(snapshot))
                .flatMap(decision -> decision.offers().stream())
                .flatMap(offer -> offer.promise().stream())
                .toList();
        assertTrue(tried.size() > 230 && tried.size() < 370, () -> "tried " + tried.size());
        for (int level = 0; level <= 2; level++) {
            int each = level;
            long drawn =
                    tried.stream().filter(promise -> promise.level() == each).count();
            assertTrue(drawn > 60 && drawn < 145, () -> each + " drawn " + drawn);
        }
    }

    @Test
    void enoughIsKnown_trialsEnd() {
        LevelCounts known = new LevelCounts(10_000, 100, 100);
        LiveIncentive live = Lives.discount("d")
                .percent(5, 0)
                .trials(0.5)
                .counted(known, known)
                .done();
        Snapshot snapshot = shop().gives(0, live).snapshot();
        for (int seed = 0; seed < 50; seed++) {
            Decision decision = Ask.about("tent").treated(ALL).seed(seed).of(snapshot);
            assertFalse(Ask.offer(decision, "mat").promise().isPresent());
        }
    }

    @Test
    @Proves("O11")
    void everySentence_isThereInThreeLanguages() {
        LiveIncentive live = Lives.discount("d").percent(5, 2).limited().done();
        Decision decision = Ask.about("tent").treated(ALL).in("nl").of(shop().gives(0, live));
        List<String> told = Ask.offer(decision, "mat").reasons().stream()
                .map(Offer.Reason::text)
                .toList();
        assertTrue(told.contains("5 % korting: € 38,00 in plaats van € 40,00."), told::toString);
        assertTrue(told.contains("Alleen tot 1 juni 2026, 13:00 uur (UTC)."), told::toString);
    }

    @Test
    void limitedTime_saysUntilWhen_inGermanToo() {
        LiveIncentive live = Lives.discount("d").percent(5, 2).limited().done();
        Decision decision = Ask.about("tent").treated(ALL).in("de").of(shop().gives(0, live));
        Offer offer = Ask.offer(decision, "mat");
        assertEquals(
                "5 % Rabatt: 38,00 € statt 40,00 €.",
                offer.reasons().get(offer.reasons().size() - 2).text());
        assertEquals(
                "Nur bis 1. Juni 2026, 13:00 Uhr (UTC).",
                offer.reasons().getLast().text());
    }
}
