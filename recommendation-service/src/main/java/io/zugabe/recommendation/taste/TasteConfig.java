package io.zugabe.recommendation.taste;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How taste is learned. */
@ConfigMapping(prefix = "zugabe.taste")
public interface TasteConfig {

    /** How often to look whether there is something to learn, or a model that another replica has learned. */
    @WithDefault("10s")
    Duration lookEvery();

    /** A model is replaced after this time if there were orders since. */
    @WithDefault("6h")
    Duration every();

    /** A model is replaced earlier once there are more orders by this share. */
    @WithDefault("0.2")
    double growth();

    /** With fewer orders nothing is learned. */
    @WithDefault("100")
    int leastBaskets();

    /** The latest orders that are learned from; older ones hardly count. */
    @WithDefault("1000000")
    int mostBaskets();

    /** Products that are learned about; the most bought, if more were bought. */
    @WithDefault("200000")
    int mostProducts();

    /** Up to so many products EASE^R is learned; beyond, item-kNN. */
    @WithDefault("10000")
    int mostDenseProducts();

    /** Share of the heap that EASE^R may take while it is learned; if it needs more, item-kNN is. */
    @WithDefault("0.25")
    double heapShare();
}
