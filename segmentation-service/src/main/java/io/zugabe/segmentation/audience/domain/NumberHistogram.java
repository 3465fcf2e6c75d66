package io.zugabe.segmentation.audience.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The numbers of a feature, counted in bins whose width grows with the number (2 % around their middle;
 * after DDSketch: Masson, Rim, Lee, VLDB 2019). Of each bin the highest number is kept, so that cutting
 * between bins counts exactly; only which cut is nearest to a quintile is approximate. Bounded: numbers below
 * 1e-6 count as 0, and there are about 900 bins up to 1e9 on either side.
 */
final class NumberHistogram {

    static final int PARTS = 5;

    private static final double WIDTH = Math.log(1.04);
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e9;
    private static final double LOWEST = Math.log(LEAST);

    private final TreeMap<Integer, Bin> bins = new TreeMap<>();

    private static final class Bin {
        private long buyers;
        private long others;
        private double highest = Double.NEGATIVE_INFINITY;
    }

    void add(double number, boolean buyer) {
        if (Double.isNaN(number)) {
            return;
        }
        Bin bin = bins.computeIfAbsent(index(number), key -> new Bin());
        bin.highest = Math.max(bin.highest, number);
        if (buyer) {
            bin.buyers++;
        } else {
            bin.others++;
        }
    }

    private static int index(double number) {
        double size = Math.min(MOST, Math.abs(number));
        if (size < LEAST) {
            return 0;
        }
        int place = 1 + (int) Math.floor((Math.log(size) - LOWEST) / WIDTH);
        return number > 0 ? place : -place;
    }

    /** Up to five ranges that hold about a fifth of all numbers each; fewer where one number is more frequent than that. */
    List<Tally> quintiles(String feature) {
        long total =
                bins.values().stream().mapToLong(bin -> bin.buyers + bin.others).sum();
        List<Tally> quintiles = new ArrayList<>();
        double above = Double.NEGATIVE_INFINITY;
        long below = 0;
        long buyers = 0;
        long others = 0;
        int last = bins.isEmpty() ? 0 : bins.lastKey();
        for (var entry : bins.entrySet()) {
            Bin bin = entry.getValue();
            buyers += bin.buyers;
            others += bin.others;
            boolean end = entry.getKey() == last;
            if (end || (below + buyers + others) * PARTS >= total * (part(below, total) + 1)) {
                double upTo = end ? Double.POSITIVE_INFINITY : bin.highest;
                quintiles.add(new Tally(new Trait.NumberIn(feature, above, upTo), buyers, others));
                above = upTo;
                below += buyers + others;
                buyers = 0;
                others = 0;
            }
        }
        return quintiles;
    }

    /** The fifth that begins after so many. */
    private static long part(long below, long total) {
        return below * PARTS / total;
    }
}
