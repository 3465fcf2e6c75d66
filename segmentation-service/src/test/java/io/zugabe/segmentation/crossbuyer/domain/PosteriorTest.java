package io.zugabe.segmentation.crossbuyer.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

@Proves("C3")
class PosteriorTest {

    private static final int CUSTOMERS = 4_000;
    private static final int UNITS = 25;

    @Property(tries = 300)
    void moreOfTheSameShare_neverWidensTheBounds(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.1, max = 50) double trials,
            @ForAll @DoubleRange(min = 1, max = 10) double times) {
        TraitDistribution peers = anyPeers(CrossBuyerType.REVENUE_REVERSER, seed);

        assertWithin(
                peers.given(new Measurement.Share(share, trials * times)),
                peers.given(new Measurement.Share(share, trials)));
    }

    @Property(tries = 300)
    void moreOfTheSameServiceCost_neverWidensTheBounds(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 3) double rate,
            @ForAll @DoubleRange(min = 0, max = 20) double cases,
            @ForAll @DoubleRange(min = 1, max = 10) double times) {
        TraitDistribution peers = anyPeers(CrossBuyerType.SERVICE_DEMANDER, seed);

        assertWithin(
                peers.given(new Measurement.Rate(cases * times, rate, times)),
                peers.given(new Measurement.Rate(cases, rate, 1)));
    }

    @Test
    void nothingSeen_leavesThePeersMean() {
        TraitDistribution peers = anyPeers(CrossBuyerType.REVENUE_REVERSER, 7);
        double mean = 0;
        for (int i = 0; i < peers.values().size(); i++) {
            mean += peers.values().get(i) * peers.weights().get(i);
        }

        assertEquals(mean, peers.given(new Measurement.Share(0, 0)).mean(), 1e-9);
    }

    /** One in ten sends back most, the others little; known only by 25 units each. */
    @Test
    void boundsHoldTheTruth_asOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(42);
        List<Double> truths = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            double truth = random.nextDouble() < 0.1 ? random.nextDouble(0.4, 0.7) : random.nextDouble(0.02, 0.15);
            int returned = 0;
            for (int unit = 0; unit < UNITS; unit++) {
                returned += random.nextDouble() < truth ? 1 : 0;
            }
            truths.add(truth);
            measurements.add(new Measurement.Share((double) returned / UNITS, UNITS));
        }
        TraitDistribution peers = new DistributionEstimate(CrossBuyerType.REVENUE_REVERSER).of(measurements);
        int inside = 0;
        int atLeast = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            Posterior posterior = peers.given(measurements.get(i));
            inside += posterior.low() <= truths.get(i) && truths.get(i) <= posterior.high() ? 1 : 0;
            atLeast += posterior.low() <= truths.get(i) ? 1 : 0;
        }

        assertTrue(inside >= 0.94 * CUSTOMERS, inside + " of " + CUSTOMERS + " inside");
        assertTrue(atLeast >= 0.95 * CUSTOMERS, atLeast + " of " + CUSTOMERS + " above the lower bound");
    }

    @Test
    void border_isThePeersTrueNinetiethPercentile_notTheNoisyOne() {
        SplittableRandom random = new SplittableRandom(3);
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            int returned = 0;
            for (int unit = 0; unit < UNITS; unit++) {
                returned += random.nextDouble() < 0.1 ? 1 : 0;
            }
            measurements.add(new Measurement.Share((double) returned / UNITS, UNITS));
        }

        // everybody's true share is 0.10; of those seen, one in ten is 0.20 or more
        double border = new DistributionEstimate(CrossBuyerType.REVENUE_REVERSER)
                .of(measurements)
                .border();
        assertEquals(0.10, border, 0.035);
    }

    private static void assertWithin(Posterior more, Posterior less) {
        assertTrue(more.low() >= less.low() && more.high() <= less.high(), more + " is not within " + less);
    }

    private static TraitDistribution anyPeers(CrossBuyerType type, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = TraitGrid.values(type);
        double[] weights = new double[values.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.pow(random.nextDouble(), 6);
        }
        return new TraitDistribution(values, TraitGrid.spreads(type), weights);
    }
}
