package io.zugabe.recommendation.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How products without sales are compared with those that sell. */
@ConfigMapping(prefix = "zugabe.likeness")
public interface LikenessConfig {

    /** How often to look whether there is something to compare, or a model that another replica has made. */
    @WithDefault("10s")
    Duration lookEvery();

    /** A model is replaced after this time if products or orders have changed since. */
    @WithDefault("10m")
    Duration every();

    /** A model is replaced earlier once there are more products or orders by this share. */
    @WithDefault("0.1")
    double growth();

    /** A product with so many orders sells: it is compared with, and needs no comparison itself. */
    @WithDefault("20")
    int enoughOrders();
}
