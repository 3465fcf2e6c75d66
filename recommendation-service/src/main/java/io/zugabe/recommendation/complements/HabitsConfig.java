package io.zugabe.recommendation.complements;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How habits are learned from orders. */
@ConfigMapping(prefix = "zugabe.habits")
public interface HabitsConfig {

    /** How often to look whether there is something to learn, or a model that another replica has learned. */
    @WithDefault("10s")
    Duration lookEvery();

    /** A model is replaced after this time if there were orders since. */
    @WithDefault("15m")
    Duration every();

    /** A model is kept at least so long, however many orders there are. */
    @WithDefault("1m")
    Duration shortest();

    /** A model is replaced earlier once there are more orders by this share. */
    @WithDefault("0.1")
    double growth();

    /** With fewer orders nothing is learned. */
    @WithDefault("50")
    int leastOrders();

    /** The latest orders that are learned from. */
    @WithDefault("1000000")
    int mostOrders();
}
