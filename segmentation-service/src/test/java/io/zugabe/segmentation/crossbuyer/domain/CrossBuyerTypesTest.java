package io.zugabe.segmentation.crossbuyer.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("C3")
class CrossBuyerTypesTest {

    private static final CrossBuyerPopulation PEERS = Months.peers(1);

    @Property(tries = 100)
    void monthsInAnyOrder_giveTheSameJudgements(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int months) {
        PurchaseHistory history = Months.random(seed, months, 4);
        List<Period> shuffled = new ArrayList<>(history.periods());
        Collections.shuffle(shuffled, new Random(seed));

        assertEquals(
                CrossBuyerTypes.judge(history, PEERS), CrossBuyerTypes.judge(new PurchaseHistory(shuffled), PEERS));
    }

    @Property(tries = 100)
    void oneCategory_isNeverOfAType(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int months) {
        assertNoMember(Months.random(seed, months, 1));
    }

    @Property(tries = 100)
    void oneMonth_isNeverOfAType(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int categories) {
        assertNoMember(Months.random(seed, 1, categories));
    }

    @Test
    void behaviourSeenInOneMonth_isNotPersistent() {
        List<Period> periods = new ArrayList<>();
        periods.add(Months.month(0, 0, 50, 500, 2));
        for (int i = 1; i < 12; i++) {
            periods.add(Months.month(i, 0, 0, 0, 2));
        }
        PurchaseHistory history = new PurchaseHistory(periods);

        assertTrue(history.sum(Period::contribution) < 0);
        assertNoMember(history);
    }

    @Test
    void serviceThatEatsTheMargin_monthAfterMonth_isOfTheType() {
        Judgement judgement = judge(peersWithout(), everyMonth(0, 0, 60), CrossBuyerType.SERVICE_DEMANDER);

        assertTrue(judgement.member(), judgement.toString());
        assertTrue(judgement.low() > judgement.border());
    }

    @Test
    void mostOfItSentBack_monthAfterMonth_isOfTheType() {
        assertTrue(judge(peersWithout(), everyMonth(0, 25, 0), CrossBuyerType.REVENUE_REVERSER)
                .member());
    }

    @Test
    void alwaysAtThirtyPercentOff_isOfTheType() {
        assertTrue(judge(peersWithout(), everyMonth(15, 0, 0), CrossBuyerType.PROMOTION_MAXIMIZER)
                .member());
    }

    @Test
    void sameSpendForOneToFourCategories_isOfTheType() {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            periods.add(Months.month(i, i % 2, 0, 0, 1 + i % 4));
        }

        assertTrue(judge(peersWithout(), new PurchaseHistory(periods), CrossBuyerType.SPENDING_LIMITER)
                .member());
    }

    @Test
    void runningMonth_doesNotCountForTheSlopeOfSpend() {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            periods.add(Months.month(i, i % 2, 0, 0, 1 + i % 4));
        }
        Judgement before = judge(PEERS, new PurchaseHistory(periods), CrossBuyerType.SPENDING_LIMITER);
        periods.add(new Period(Months.FIRST.plusMonths(12), false, 1, 1, 0, 2, 0, 0, 1, 0, 0, 1, Months.categories(1)));
        Judgement after = judge(PEERS, new PurchaseHistory(periods), CrossBuyerType.SPENDING_LIMITER);

        assertEquals(before.observed(), after.observed());
        assertEquals(before.low(), after.low());
    }

    @Test
    void lossFromOneBehaviour_doesNotMakeTheOtherTypes() {
        List<Judgement> judgements = CrossBuyerTypes.judge(everyMonth(0, 0, 60), peersWithout());

        assertEquals(
                List.of(CrossBuyerType.SERVICE_DEMANDER),
                judgements.stream()
                        .filter(Judgement::member)
                        .map(Judgement::type)
                        .toList());
    }

    /** Peers who hardly call, hardly send back, get small discounts, and spend in proportion. */
    private static CrossBuyerPopulation peersWithout() {
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int peer = 0; peer < 200; peer++) {
            List<Period> periods = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int categories = 1 + (peer + i) % 4;
                Period plain = Months.month(
                        i,
                        (peer + i) % 6 == 0 ? 3 : 0,
                        (peer + i) % 12 == 0 ? 20 : 0,
                        (peer + i) % 12 == 5 ? 4 : 0,
                        categories);
                periods.add(new Period(
                        plain.month(),
                        plain.complete(),
                        plain.orders(),
                        plain.units() * categories,
                        plain.returnedUnits(),
                        plain.grossSales() * categories,
                        plain.discounts(),
                        plain.returnedSales(),
                        plain.grossMargin() * categories,
                        plain.serviceCases(),
                        plain.serviceCost(),
                        plain.contribution() * categories,
                        plain.categories()));
            }
            histories.add(new PurchaseHistory(periods));
        }
        return CrossBuyerPopulation.learn(histories, 0.5, "EUR");
    }

    private static PurchaseHistory everyMonth(double discounts, double returned, double service) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            periods.add(Months.month(i, discounts, returned, service, 2));
        }
        return new PurchaseHistory(periods);
    }

    private static Judgement judge(CrossBuyerPopulation peers, PurchaseHistory history, CrossBuyerType type) {
        return CrossBuyerTypes.judge(history, peers).get(type.ordinal());
    }

    private static void assertNoMember(PurchaseHistory history) {
        CrossBuyerTypes.judge(history, PEERS)
                .forEach(judgement -> assertFalse(judgement.member(), judgement::toString));
    }
}
