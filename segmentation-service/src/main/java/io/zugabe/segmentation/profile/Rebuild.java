package io.zugabe.segmentation.profile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild of everything derived is.
 *
 * @param actor who asked for it
 * @param position everything up to here is in the new profiles; while it runs
 * @param end when it ended; null while it runs
 */
public record Rebuild(
        String actor,
        long position,
        Instant start,
        @Nullable Instant end) {

    public boolean running() {
        return end == null;
    }
}
