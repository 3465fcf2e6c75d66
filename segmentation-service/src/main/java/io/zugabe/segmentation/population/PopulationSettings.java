package io.zugabe.segmentation.population;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the shop says about itself. */
@ConfigMapping(prefix = "zugabe.population")
public interface PopulationSettings {

    /** What handling one returned unit costs the shop, in units of its currency; 0 or more. */
    @WithDefault("0")
    double returnCost();
}
