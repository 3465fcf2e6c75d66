package io.zugabe.segmentation.profile.domain;

import io.zugabe.segmentation.log.domain.Subject;

/**
 * An event as profiles see it.
 *
 * @param channel where it happened; empty if unknown
 */
public record CustomerEvent(Stamp stamp, Subject subject, String channel, Happening what) {

    /** An event of an unknown channel. */
    public CustomerEvent(Stamp stamp, Subject subject, Happening what) {
        this(stamp, subject, "", what);
    }
}
