package io.zugabe.segmentation.lifecycle.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

@Proves("C2")
class LifecycleRuleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final GapDistribution GAPS = new GapDistribution(3, 120);

    @Test
    void noOrder_isAProspect() {
        assertEquals(Lifecycle.PROSPECT, LifecycleRule.of(new Rhythm(0, null, null), GAPS, START));
    }

    @Test
    void oneOrder_isNewForSixtyDays() {
        Rhythm one = new Rhythm(1, START, START);

        assertEquals(Lifecycle.NEW, LifecycleRule.of(one, GAPS, after(60)));
        assertEquals(Lifecycle.ACTIVE, LifecycleRule.of(one, GAPS, after(61)));
    }

    @Test
    void weeklyCustomer_lapsesWeeksBeforeAQuarterlyOne() {
        Rhythm weekly = new Rhythm(53, START, after(364));
        Rhythm quarterly = new Rhythm(5, START, after(364));
        Instant later = after(364 + 45);

        assertEquals(Lifecycle.LAPSING, LifecycleRule.of(weekly, GAPS, later));
        assertEquals(Lifecycle.ACTIVE, LifecycleRule.of(quarterly, GAPS, later));
    }

    @Property
    void aQuietCustomer_goesFromActiveOverLapsingToLost_andNeverBack(
            @ForAll @IntRange(min = 2, max = 200) int orders, @ForAll @IntRange(min = 1, max = 2_000) int days) {
        Rhythm rhythm = new Rhythm(orders, START, after(days));
        Lifecycle before = Lifecycle.ACTIVE;
        for (int silent = 0; silent < 3_000; silent += 10) {
            Lifecycle now = LifecycleRule.of(rhythm, GAPS, after(days + silent));
            assertTrue(now.compareTo(before) >= 0, now + " after " + before + ", silent for " + silent + " days");
            before = now;
        }
    }

    @Test
    void pace_isLearnedFromCustomersWhoDiffer() {
        SplittableRandom random = new SplittableRandom(5);
        List<Rhythm> rhythms = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            // rates are gamma of shape 3 (a sum of three exponentials), 1 in 60 days in the mean
            double rate = 0;
            for (int k = 0; k < 3; k++) {
                rate += -Math.log(1 - random.nextDouble()) / 180;
            }
            double days = 0;
            for (int gap = 0; gap < 10; gap++) {
                days += -Math.log(1 - random.nextDouble()) / rate;
            }
            rhythms.add(new Rhythm(11, START, START.plusSeconds((long) (days * 86_400))));
        }
        GapDistribution learned = GapDistribution.learn(rhythms);

        assertEquals(3, learned.shape(), 0.4);
        assertEquals(180, learned.scale(), 25);
    }

    private static Instant after(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
