package io.zugabe.segmentation.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When models are trained. */
@ConfigMapping(prefix = "zugabe.models")
public interface ModelSettings {

    /** Whether each kind is trained again once a day. */
    @WithDefault("true")
    boolean daily();

    /** When, UTC. */
    @WithDefault("03:00")
    LocalTime trainAt();
}
