package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.DrawOrder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts a version of a target group in one pass, and draws a sample: those with the lowest hashes. */
public final class GroupCounter {

    /** Customers in a sample. */
    public static final int SAMPLE = 50;

    private final String seed;
    private final Map<Exclusion, Long> excluded = new EnumMap<>(Exclusion.class);
    private final TreeMap<Long, Subject> sample = new TreeMap<>();
    private long matching;
    private long heldOut;
    private long exported;

    /**
     * @param seed of the sample
     */
    public GroupCounter(String seed) {
        this.seed = seed;
    }

    /** Counts one customer. */
    public void add(Subject subject, Verdict verdict) {
        switch (verdict) {
            case Verdict.Outside outside -> {}
            case Verdict.Excluded left -> {
                matching++;
                excluded.merge(left.reason(), 1L, Long::sum);
            }
            case Verdict.HeldOut held -> {
                matching++;
                heldOut++;
            }
            case Verdict.Exported out -> {
                matching++;
                exported++;
                draw(subject);
            }
        }
    }

    private void draw(Subject subject) {
        sample.put(DrawOrder.of(seed + subject.key()), subject);
        if (sample.size() > SAMPLE) {
            sample.pollLastEntry();
        }
    }

    /** The counts so far. */
    public GroupSize size() {
        return new GroupSize(matching, excluded, heldOut, exported, List.copyOf(sample.values()));
    }
}
