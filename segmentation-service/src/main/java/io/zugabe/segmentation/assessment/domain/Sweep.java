package io.zugabe.segmentation.assessment.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sweep over all profiles: time passes also for those of whom nothing is heard, and rules change.
 *
 * @param requested number of the latest request
 * @param reason of the latest request
 * @param serving number of the request that this sweep serves
 * @param key subjects up to here are done
 * @param done subjects assessed
 * @param total subjects to assess, as estimated when it began
 * @param start null before the first
 * @param end null while it is under way, or before the first
 */
public record Sweep(
        long requested,
        String reason,
        long serving,
        String key,
        long done,
        long total,
        @Nullable Instant start,
        @Nullable Instant end) {

    /** True while it is under way. */
    public boolean running() {
        return start != null && end == null;
    }

    /** True if another is asked for that has not begun. */
    public boolean awaited() {
        return requested > serving;
    }

    /** True if none is under way and one is due: asked for, or a day after the last began. */
    public boolean due(Instant now, Duration period) {
        return !running() && (awaited() || start == null || !now.isBefore(start.plus(period)));
    }
}
