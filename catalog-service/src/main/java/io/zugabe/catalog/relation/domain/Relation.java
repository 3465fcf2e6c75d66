package io.zugabe.catalog.relation.domain;

import io.zugabe.catalog.fit.domain.Selector;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A curated relation from anchors to complements.
 *
 * @param need the need that the complement serves; empty means the complement's type
 * @param delay how long after the purchase to offer it; null unless the timing is AFTER
 * @param strength in (0, 1]
 */
public record Relation(
        String id,
        Selector anchor,
        Selector complement,
        String need,
        Timing timing,
        @Nullable Duration delay,
        double strength,
        Origin origin,
        LocalizedText reason) {

    /** This relation between other products. */
    public Relation withSelectors(Selector from, Selector to) {
        return new Relation(id, from, to, need, timing, delay, strength, origin, reason);
    }

    /** When a complement is offered. */
    public enum Timing {
        BEFORE,
        AFTER
    }

    /** Who stated a relation. */
    public enum Origin {
        MERCHANDISER,
        SUPPLIER
    }
}
