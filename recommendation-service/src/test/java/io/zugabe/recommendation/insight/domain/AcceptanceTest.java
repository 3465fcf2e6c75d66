package io.zugabe.recommendation.insight.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.feedback.domain.Segment;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("O9")
class AcceptanceTest {

    private static final int CART = Acceptance.placementNumber(Placement.CART);
    private static final int CUSTOMERS = Cells.segmentNumber(Segment.CUSTOMER);
    private static final int MAT = 7;
    private static final int LAMP = 8;
    private static final int STOVE = 9;
    private static final double WEIGHT = 100;

    private final AcceptanceBook book = new AcceptanceBook();
    private int cell;

    @Test
    void withoutFeedback_expectationsStand() {
        assertEquals(
                0.03,
                Acceptance.EMPTY.estimate(MAT, 0, CART, 0, CUSTOMERS, 0.03).probability(),
                1e-12);
        Acceptance built = build();
        assertEquals(0.03, built.estimate(MAT, 0, CART, 0, CUSTOMERS, 0.03).probability(), 1e-12);
    }

    @Test
    void levels_areThoseOfTheFormula() {
        put(MAT, "tent", "curated", "CUSTOMER", 1_000, 30, 0.02);
        put(MAT, "tent", "curated", "PROSPECT", 500, 5, 0.02);
        put(MAT, "car", "bought_together", "CUSTOMER", 200, 1, 0.04);
        put(LAMP, "tent", "curated", "CUSTOMER", 400, 2, 0.01);
        Acceptance built = build();

        double m = WEIGHT;
        double mean1 = (1_500 * 0.02 + 200 * 0.04 + 400 * 0.01) / 2_100;
        double ratio1 = (38 + m * mean1) / (2_100 + m) / mean1;
        double mean2 = (1_500 * 0.02 + 400 * 0.01) / 1_900;
        double ratio2 = (37 + m * ratio1 * mean2) / (1_900 + m) / mean2;
        double p3 = (36 + m * ratio2 * 0.02) / (1_700 + m);
        double p4 = (35 + m * p3) / (1_500 + m);
        double p5 = (5 + m * p4) / (500 + m);

        int tent = built.typeNumber("tent");
        int curated = built.sourceNumber("curated");
        int prospects = Cells.segmentNumber(Segment.PROSPECT);
        Acceptance.Estimate estimate = built.estimate(MAT, tent, CART, curated, prospects, 0.02);
        assertEquals(ratio2, estimate.ratio(), 1e-9);
        assertEquals(p5, estimate.probability(), 1e-9);
        assertEquals(1_500, estimate.shown());
        assertEquals(35, estimate.kept());
        assertEquals(
                p4,
                built.estimate(MAT, tent, CART, curated, Acceptance.UNKNOWN, 0.02)
                        .probability(),
                1e-9);
    }

    @Test
    void sourceWhoseExpectationsDoNotComeTrue_isBelievedLess_alsoForWhatWasNeverShown() {
        put(MAT, "tent", "session_neighbours", "CUSTOMER", 10_000, 50, 0.05);
        Acceptance built = build();
        double never = built.estimate(
                        LAMP, built.typeNumber("tent"), CART, built.sourceNumber("session_neighbours"), CUSTOMERS, 0.05)
                .probability();
        assertEquals(0.005, never, 0.001);
        assertTrue(built.estimate(LAMP, 0, CART, built.sourceNumber("curated"), CUSTOMERS, 0.05)
                        .probability()
                < 0.01);
        assertEquals(
                0.05,
                built.estimate(LAMP, 0, Acceptance.placementNumber(Placement.HOME), 0, CUSTOMERS, 0.05)
                        .probability(),
                1e-12);
    }

    @Property(tries = 300)
    void estimates_areProbabilities_andLieBetweenWhatWasExpectedAndWhatWasSeen(
            @ForAll @IntRange(min = 1, max = 5_000) int shown,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.01, max = 1) double expected) {
        int kept = (int) (share * shown);
        AcceptanceTest fresh = new AcceptanceTest();
        fresh.put(MAT, "tent", "curated", "CUSTOMER", shown, kept, expected);
        Acceptance built = fresh.build();
        double estimate = built.estimate(
                        MAT, built.typeNumber("tent"), CART, built.sourceNumber("curated"), CUSTOMERS, expected)
                .probability();
        double seen = (double) kept / shown;
        assertTrue(estimate >= Math.min(seen, expected) - 1e-4, estimate + " of " + seen);
        assertTrue(estimate <= Math.max(seen, expected) + 1e-4, estimate + " of " + seen);
    }

    @Test
    void neverCaredFor_isRetired_onceTheBoundAllowsIt() {
        RetirementRule rule = new RetirementRule(0.25, 0.01);
        put(MAT, "tent", "curated", "CUSTOMER", 10_000, 400, 0.02);
        long needed = rule.views(0.04 * 10_000 / 10_458);
        put(LAMP, "tent", "curated", "CUSTOMER", 400, 0, 0.02);
        assertEquals(List.of(), book.due(rule));

        cell--;
        put(LAMP, "tent", "curated", "CUSTOMER", (int) needed + 10, 0, 0.02);
        AcceptanceBook.Retirement due = book.due(rule).getFirst();
        assertEquals(LAMP, due.product());
        assertEquals("CART", due.placement());
        assertEquals("tent", due.anchorType());
        assertTrue(RetirementRule.probability(due.leastRate(), due.views()) <= 0.01);

        book.retire(LAMP, "tent", "CART", true, 0);
        Acceptance built = build();
        assertTrue(built.isRetired(LAMP, built.typeNumber("tent"), CART));
        assertFalse(built.isRetired(MAT, built.typeNumber("tent"), CART));
        assertEquals(List.of(), book.due(rule), "once");

        double once = probability(LAMP);
        book.retire(LAMP, "tent", "CART", false, due.views());
        assertEquals(probability(STOVE), probability(LAMP), 1e-12, "is as likely as what was never shown");
        assertTrue(once < 0.1 * probability(LAMP), "once: " + once);
        assertEquals(List.of(), book.due(rule), "has as many views as a new one");
        assertFalse(build().isRetired(LAMP, built.typeNumber("tent"), CART));
    }

    @Test
    void whereNobodyEverCares_nothingIsRetired() {
        put(LAMP, "tent", "curated", "CUSTOMER", 1_000_000, 0, 0.02);
        assertEquals(List.of(), book.due(new RetirementRule(0.25, 0.01)));
    }

    @Test
    void retirement_isWrongNoMoreOftenThanItsBound() {
        RetirementRule rule = new RetirementRule(0.25, 0.05);
        double usual = 0.2;
        long views = rule.views(usual);
        Random random = new Random(11);
        int wrong = 0;
        int offers = 20_000;
        for (int offer = 0; offer < offers; offer++) {
            boolean interest = false;
            for (long view = 0; view < views && !interest; view++) {
                interest = random.nextDouble() < rule.leastRate(usual);
            }
            wrong += interest ? 0 : 1;
        }
        assertTrue(wrong <= 0.05 * offers * 1.1, wrong + " of " + offers);
    }

    @Test
    void draws_haveTheMeanAndSpreadOfTheirDistribution_andRepeatBySeed() {
        SplittableRandom random = new SplittableRandom(5);
        for (double[] each : new double[][] {{0.02, 100}, {0.3, 2}, {0.5, 1_000}}) {
            double mean = each[0];
            double weight = each[1];
            double sum = 0;
            double squares = 0;
            int draws = 50_000;
            for (int i = 0; i < draws; i++) {
                double draw = BetaDraw.draw(mean, weight, random);
                sum += draw;
                squares += draw * draw;
            }
            double variance = mean * (1 - mean) / (weight + 1);
            assertEquals(mean, sum / draws, 5 * Math.sqrt(variance / draws));
            assertEquals(variance, squares / draws - sum / draws * sum / draws, 0.05 * variance);
        }
        assertEquals(BetaDraw.draw(0.1, 50, new SplittableRandom(9)), BetaDraw.draw(0.1, 50, new SplittableRandom(9)));
    }

    @Test
    void intervals_areWilsons() {
        assertEquals(0.2775, Wilson.of(0, 10).high(), 1e-4);
        assertEquals(0, Wilson.of(0, 10).low());
        assertEquals(0.2366, Wilson.of(5, 10).low(), 1e-4);
        assertEquals(0.7634, Wilson.of(5, 10).high(), 1e-4);
        assertEquals(new Wilson(0, 1), Wilson.of(0, 0));
    }

    private void put(int product, String type, String source, String segment, int shown, int kept, double expected) {
        book.put(
                cell++,
                product,
                new CellKey("CART", String.valueOf(product), type, source, segment),
                new Counts(shown, 0, 0, 0, kept, kept, 0, Math.round(shown * expected * 1e6)));
    }

    private double probability(int product) {
        Acceptance built = build();
        return built.estimate(product, built.typeNumber("tent"), CART, built.sourceNumber("curated"), CUSTOMERS, 0.02)
                .probability();
    }

    private Acceptance build() {
        return book.build(WEIGHT, Exploration.NONE, 1);
    }
}
