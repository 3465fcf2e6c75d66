package io.zugabe.recommendation.baskets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what was bought together is counted. */
@ConfigMapping(prefix = "zugabe.baskets")
public interface BasketsConfig {

    /** Neighbours kept per product. */
    @WithDefault("100")
    int neighbours();

    /** Counting rests at least this long after the model was published. */
    @WithDefault("100ms")
    Duration shortestRest();

    /** Counting publishes what it has after working this long. */
    @WithDefault("300ms")
    Duration longestWork();
}
