package io.zugabe.segmentation.audience.domain;

import java.util.Map;
import java.util.TreeMap;

/** Finds the score that a share of customers reach, in one pass; scores count in steps of 1/100. */
public final class ScoreBorder {

    private static final double STEPS = 100;

    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private long total;

    /** Counts a score. */
    public void add(double score) {
        counts.merge((long) Math.floor(score * STEPS), 1L, Long::sum);
        total++;
    }

    /**
     * The lowest score of the top share: as many reach it as come nearest to the share from below, and those
     * of the highest step at least.
     *
     * @param share in (0, 1]
     */
    public double of(double share) {
        long reached = 0;
        double border = Double.MAX_VALUE;
        for (Map.Entry<Long, Long> step : counts.descendingMap().entrySet()) {
            if (reached > 0 && reached + step.getValue() > share * total) {
                break;
            }
            reached += step.getValue();
            border = step.getKey() / STEPS;
        }
        return border;
    }
}
