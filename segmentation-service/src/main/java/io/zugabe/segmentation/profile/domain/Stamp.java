package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import java.util.Comparator;

/** The place of an event in time; events at the same instant are ordered by their ids. */
public record Stamp(Instant time, String eventId) implements Comparable<Stamp> {

    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::time).thenComparing(Stamp::eventId);

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
