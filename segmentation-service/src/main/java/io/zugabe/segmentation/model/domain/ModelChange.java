package io.zugabe.segmentation.model.domain;

import java.time.Instant;

/** Something that was done to a model. */
public record ModelChange(Action action, String actor, Instant time) {

    /** What can be done to a model. */
    public enum Action {
        TRAINED,
        PUBLISHED,
        ROLLED_BACK,
        RESTORED
    }
}
