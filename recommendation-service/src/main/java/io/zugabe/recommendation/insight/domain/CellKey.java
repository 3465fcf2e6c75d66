package io.zugabe.recommendation.insight.domain;

import java.util.Comparator;

/** What offers are counted by. */
public record CellKey(String placement, String product, String anchorType, String source, String segment)
        implements Comparable<CellKey> {

    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::placement)
            .thenComparing(CellKey::product)
            .thenComparing(CellKey::anchorType)
            .thenComparing(CellKey::source)
            .thenComparing(CellKey::segment);

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }
}
