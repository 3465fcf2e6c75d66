package io.zugabe.segmentation.uplift.domain;

import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far customers whose scores are used are from those that were trained on. Safe for use by several threads. */
public final class Drift {

    /** Fewer customers than these say nothing. */
    static final int LEAST_SCORED = 1_000;

    private final List<FeatureReference> references;
    private final List<AtomicLongArray> counts;
    private final AtomicLong scored = new AtomicLong();

    public Drift(List<FeatureReference> references) {
        this.references = List.copyOf(references);
        this.counts = references.stream()
                .map(reference -> new AtomicLongArray(reference.shares().length))
                .toList();
    }

    void count(Cell[] cells) {
        for (int i = 0; i < cells.length; i++) {
            counts.get(i).incrementAndGet(references.get(i).bin(cells[i]));
        }
        scored.incrementAndGet();
    }

    /** Number of customers counted. */
    public long scored() {
        return scored.get();
    }

    /** Population stability index by feature; empty until enough were scored. */
    public Map<String, Double> stability() {
        Map<String, Double> stability = new TreeMap<>();
        if (scored.get() >= LEAST_SCORED) {
            for (int i = 0; i < counts.size(); i++) {
                AtomicLongArray bins = counts.get(i);
                long[] plain = new long[bins.length()];
                java.util.Arrays.setAll(plain, bins::get);
                stability.put(references.get(i).name(), references.get(i).stability(plain));
            }
        }
        return stability;
    }
}
