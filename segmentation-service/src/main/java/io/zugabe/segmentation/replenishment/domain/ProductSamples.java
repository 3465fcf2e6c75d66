package io.zugabe.segmentation.replenishment.domain;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a sample of customers bought of one product, day by day. Not for concurrent use. */
final class ProductSamples {

    /**
     * A customer who bought the product again.
     *
     * @param logDays ln of the days between one purchase and the next
     * @param logUnits ln of the units of the earlier of the two
     */
    record Repeater(double[] logDays, double[] logUnits) {}

    private static final int MOST_UNITS_KEPT = 10_000;

    private final List<Repeater> repeaters = new ArrayList<>();
    private final LongArrayList units = new LongArrayList();
    private final DoubleArrayList repeats = new DoubleArrayList();
    private final DoubleArrayList exposures = new DoubleArrayList();

    /**
     * Adds a buyer.
     *
     * @param restocks by day, each day once, at least one
     * @param today not before the last of them
     */
    void add(List<Restock> restocks, long today) {
        repeats.add(restocks.size() - 1);
        exposures.add(Math.max(1, today - restocks.getFirst().day()));
        restocks.stream().limit(Math.max(0, MOST_UNITS_KEPT - units.size())).forEach(one -> units.add(one.units()));
        if (restocks.size() > 1) {
            double[] logDays = new double[restocks.size() - 1];
            double[] logUnits = new double[logDays.length];
            for (int i = 0; i < logDays.length; i++) {
                logDays[i] =
                        Math.log(restocks.get(i + 1).day() - restocks.get(i).day());
                logUnits[i] = Math.log(restocks.get(i).units());
            }
            repeaters.add(new Repeater(logDays, logUnits));
        }
    }

    RepeatShare share() {
        return new RepeatShare(repeats.size(), repeaters.size());
    }

    List<Repeater> repeaters() {
        return repeaters;
    }

    /** The median. */
    double usualUnits() {
        long[] sorted = units.toLongArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    PoissonGamma rates() {
        return PoissonGammaFit.fit(repeats.toDoubleArray(), exposures.toDoubleArray());
    }
}
