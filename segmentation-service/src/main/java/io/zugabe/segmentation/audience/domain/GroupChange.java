package io.zugabe.segmentation.audience.domain;

import java.time.Instant;

/**
 * A change or export of a target group.
 *
 * @param number grows
 */
public record GroupChange(
        long number, Instant time, String actor, Action action, String groupId, int version, String detail) {

    /** What can be done to a target group. */
    public enum Action {
        /** It was made. */
        CREATED,
        /** Its definition was replaced. */
        UPDATED,
        /** It was deleted. */
        DELETED,
        /** An export began. */
        EXPORT_STARTED,
        /** An export ended. */
        EXPORT_ENDED,
        /** Some of its customers were shown. */
        PREVIEWED
    }
}
