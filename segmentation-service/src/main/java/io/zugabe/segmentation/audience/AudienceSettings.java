package io.zugabe.segmentation.audience;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of what is told about groups of customers. */
@ConfigMapping(prefix = "zugabe.audience")
public interface AudienceSettings {

    /** Fewer customers are neither shown nor exported, and their number is not told; 1 or more. */
    @WithDefault("20")
    long leastSize();

    /** How long a size that was counted is told without counting again. */
    @WithDefault("PT10M")
    Duration sizeTimeToLive();
}
