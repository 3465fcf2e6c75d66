package io.zugabe.recommendation.insight.domain;

import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.feedback.domain.Segment;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The counts of all cells, from which {@link Acceptance} is made. For one thread. */
public final class AcceptanceBook {

    private static final double MICROS = 1e6;
    private static final int MOST_NAMES = 60_000;

    private final Object2IntOpenHashMap<String> types = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<String> sources = new Object2IntOpenHashMap<>();
    private final List<String> typeNames = new ArrayList<>(List.of(""));
    private final Long2LongOpenHashMap viewsBefore = new Long2LongOpenHashMap();
    private final LongOpenHashSet retired = new LongOpenHashSet();
    private long[] keys = new long[16];
    private short[] sourceOf = new short[16];
    private int[] shown = new int[16];
    private int[] interested = new int[16];
    private int[] kept = new int[16];
    private long[] expectedMicros = new long[16];
    private int cells;

    /**
     * Puts the counts of a cell in the place of those before.
     *
     * @param cell its number, from 0
     * @param product its number
     */
    public void put(int cell, int product, CellKey key, Counts counts) {
        if (cell >= keys.length) {
            grow(cell + 1);
        }
        cells = Math.max(cells, cell + 1);
        keys[cell] =
                Cells.key(product, type(key.anchorType()), placementNumber(key.placement()), segment(key.segment()));
        sourceOf[cell] = (short) number(sources, key.source());
        shown[cell] = (int) counts.shown();
        interested[cell] = (int) counts.interested();
        kept[cell] = (int) counts.kept();
        expectedMicros[cell] = counts.expectedMicros();
    }

    /** Says of an offer whether it is retired, and how many of its views do not count any more. */
    public void retire(int product, String anchorType, String placement, boolean isRetired, long before) {
        long key = Cells.key(product, type(anchorType), placementNumber(placement), Cells.ANY_SEGMENT);
        viewsBefore.put(key, before);
        if (isRetired) {
            retired.add(key);
        } else {
            retired.remove(key);
        }
    }

    /** Forgets everything. */
    public void clear() {
        cells = 0;
        Arrays.fill(keys, 0);
        viewsBefore.clear();
        retired.clear();
    }

    /**
     * @param weight number of views that a level's mean is worth in the next, above 0
     * @param position of the log that is reached
     */
    public Acceptance build(double weight, Exploration exploration, long position) {
        LevelSums sums = sums();
        viewsBefore.long2LongEntrySet().forEach(offer -> sums.forget(offer.getLongKey(), offer.getLongValue()));
        double[] ofPlacement = new double[Acceptance.PLACEMENTS];
        double[] ofSource = new double[(sources.size() + 1) * Acceptance.PLACEMENTS];
        for (int placement = 0; placement < ofPlacement.length; placement++) {
            ofPlacement[placement] =
                    ratio(sums.shownAt[placement], sums.keptAt[placement], sums.expectedAt[placement], 1, weight);
        }
        for (int at = 0; at < ofSource.length; at++) {
            ofSource[at] = ratio(
                    sums.shownBy[at],
                    sums.keptBy[at],
                    sums.expectedBy[at],
                    ofPlacement[at % Acceptance.PLACEMENTS],
                    weight);
        }
        return new Acceptance(
                position,
                weight,
                types.clone(),
                sources.clone(),
                ofPlacement,
                ofSource,
                sums.rows,
                Arrays.copyOf(sums.shown, sums.rows.size() + 1),
                Arrays.copyOf(sums.kept, sums.rows.size() + 1),
                retired.clone(),
                exploration);
    }

    /** Offers that have to be retired by a rule and are not yet. */
    public List<Retirement> due(RetirementRule rule) {
        LevelSums sums = sums();
        List<Retirement> due = new ArrayList<>();
        for (Long2IntOpenHashMap.Entry row : sums.rows.long2IntEntrySet()) {
            long key = row.getLongKey();
            int placement = Cells.placement(key);
            long shownThere = sums.allAt[placement];
            boolean concerned = Cells.type(key) != Cells.ANY_TYPE
                    && Cells.segment(key) == Cells.ANY_SEGMENT
                    && placement != Acceptance.UNKNOWN
                    && sums.interested[row.getIntValue()] == 0
                    && !retired.contains(key);
            if (concerned && shownThere > 0) {
                double usual = (double) sums.interestedAt[placement] / shownThere;
                long views = sums.shown[row.getIntValue()] - viewsBefore.get(key);
                if (views >= rule.views(usual)) {
                    due.add(new Retirement(
                            Cells.product(key),
                            Placement.values()[placement - 1].name(),
                            typeNames.get(Cells.type(key)),
                            views,
                            rule.leastRate(usual)));
                }
            }
        }
        return due;
    }

    /**
     * An offer to retire.
     *
     * @param product its number
     * @param views without interest
     * @param leastRate that it must have had to stay
     */
    public record Retirement(int product, String placement, String anchorType, long views, double leastRate) {}

    private static double ratio(double shown, double kept, double expected, double prior, double weight) {
        double mean = shown == 0 ? 0 : expected / shown;
        return mean <= 0 ? prior : (kept + weight * prior * mean) / (shown + weight) / mean;
    }

    private LevelSums sums() {
        LevelSums sums = new LevelSums(cells, sources.size());
        for (int cell = 0; cell < cells; cell++) {
            if (keys[cell] != 0 && shown[cell] > 0) {
                sums.add(keys[cell], shown[cell], interested[cell], kept[cell]);
                sums.addLevels(
                        Cells.placement(keys[cell]),
                        sourceOf[cell],
                        shown[cell],
                        interested[cell],
                        kept[cell],
                        expectedMicros[cell] / MICROS);
            }
        }
        return sums;
    }

    private int type(String name) {
        int number = number(types, name);
        if (number == typeNames.size()) {
            typeNames.add(name);
        }
        return number;
    }

    private static int number(Object2IntOpenHashMap<String> names, String name) {
        if (name.isEmpty()) {
            return Acceptance.UNKNOWN;
        }
        int known = names.getInt(name);
        if (known == 0 && names.size() < MOST_NAMES) {
            known = names.size() + 1;
            names.put(name, known);
        }
        return known;
    }

    /** The number of a placement by its name. */
    public static int placementNumber(String name) {
        for (Placement placement : Placement.values()) {
            if (placement.name().equals(name)) {
                return Acceptance.placementNumber(placement);
            }
        }
        return Acceptance.UNKNOWN;
    }

    private static int segment(String name) {
        for (Segment segment : Segment.values()) {
            if (segment.name().equals(name)) {
                return Cells.segmentNumber(segment);
            }
        }
        return Acceptance.UNKNOWN;
    }

    private void grow(int wanted) {
        int size = Math.max(wanted, keys.length + keys.length / 2);
        keys = Arrays.copyOf(keys, size);
        sourceOf = Arrays.copyOf(sourceOf, size);
        shown = Arrays.copyOf(shown, size);
        interested = Arrays.copyOf(interested, size);
        kept = Arrays.copyOf(kept, size);
        expectedMicros = Arrays.copyOf(expectedMicros, size);
    }
}
