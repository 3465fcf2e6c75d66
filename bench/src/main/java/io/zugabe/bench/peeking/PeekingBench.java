package io.zugabe.bench.peeking;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.statistics.Cuped;
import io.zugabe.statistics.Moments;
import io.zugabe.statistics.Plan;
import io.zugabe.statistics.SampleRatio;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Experiments on simulated shoppers, looked at many times. */
public final class PeekingBench {

    private static final int EXPERIMENTS = 2_000;
    private static final int LOOKS = 20;
    private static final int PER_LOOK = 500;
    private static final double TUNED_TO = 5_000;
    private static final double LIFT = 0.1;
    private static final double WISHED_POWER = 0.8;
    private static final int PILOT = 1_000_000;
    private static final int UNITS_OF_SPLIT = 100_000;
    private static final double SKEWED_SHARE = 0.51;
    private static final long SEED = 20_261_122;

    private PeekingBench() {}

    /**
     * {@code {"experiments", "looks", "falseAlarmsFixed", "falseAlarmsAlwaysValid", "coverage", "power",
     * "cupedVarianceReduction", "srmCaught"}}: shares. {@code coverage} is the share of experiments, with and without
     * an effect, in which every interval contained the truth; {@code power} that of experiments with an effect in which
     * the always-valid interval excluded 0 by the planned size; {@code srmCaught} that of splits of 51 to 49 which
     * raised the alarm.
     */
    public static String run(Options options) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        Shoppers shoppers = new Shoppers(random);

        Tally none = watch(shoppers, EXPERIMENTS, 0, PER_LOOK);
        Bench.say("A/A: Welch's test called %d of %d, ours %d", none.fixed, EXPERIMENTS, none.anyTime);
        Moments pilot = shoppers.draw(PILOT, 0);
        double planned = new Plan(pilot.mean(0), pilot.variance(0), 2, Watched.ALPHA, OptionalDouble.of(TUNED_TO))
                .units(LIFT, WISHED_POWER)
                .orElseThrow();
        Bench.say(
                "planned for a lift of %.0f %% with a power of %.1f: %,.0f shoppers",
                LIFT * 100, WISHED_POWER, planned);
        int perLook = (int) Math.ceil(planned / 2 / LOOKS);
        Tally some = watch(shoppers, EXPERIMENTS, LIFT, perLook);
        Bench.say("A/B: ours called %d of %d", some.anyTime, EXPERIMENTS);
        Cuped cuped = Cuped.means(pilot, shoppers.draw(PILOT, 0));
        return new Figures()
                .count("experiments", EXPERIMENTS)
                .count("looks", LOOKS)
                .number("falseAlarmsFixed", share(none.fixed, EXPERIMENTS), 4)
                .number("falseAlarmsAlwaysValid", share(none.anyTime, EXPERIMENTS), 4)
                .number("coverage", share(none.covered + some.covered, 2 * EXPERIMENTS), 4)
                .number("power", share(some.anyTime, EXPERIMENTS), 4)
                .number("cupedVarianceReduction", cuped.varianceReduction(), 4)
                .number("srmCaught", caught(random, EXPERIMENTS), 4)
                .json();
    }

    private static Tally watch(Shoppers shoppers, int experiments, double lift, int perLook) {
        Tally tally = new Tally();
        for (int i = 0; i < experiments; i++) {
            tally.add(Watched.watch(shoppers, lift, LOOKS, perLook, TUNED_TO));
            if ((i + 1) % 200 == 0) {
                Bench.say("%d of %d experiments with a lift of %.0f %%", i + 1, experiments, lift * 100);
            }
        }
        return tally;
    }

    private static double caught(RandomGenerator random, int experiments) {
        int caught = 0;
        for (int i = 0; i < experiments; i++) {
            long first = 0;
            for (int unit = 0; unit < UNITS_OF_SPLIT; unit++) {
                first += random.nextDouble() < SKEWED_SHARE ? 1 : 0;
            }
            double pValue = SampleRatio.pValue(new long[] {first, UNITS_OF_SPLIT - first}, new double[] {0.5, 0.5});
            caught += pValue < SampleRatio.ALARM ? 1 : 0;
        }
        return share(caught, experiments);
    }

    private static double share(int part, int all) {
        return (double) part / all;
    }

    /** Counts of what was seen. */
    private static final class Tally {
        private int fixed;
        private int anyTime;
        private int covered;

        void add(Watched seen) {
            fixed += seen.alarmOfFixed() ? 1 : 0;
            anyTime += seen.alarmOfAnyTime() ? 1 : 0;
            covered += seen.covered() ? 1 : 0;
        }
    }
}
