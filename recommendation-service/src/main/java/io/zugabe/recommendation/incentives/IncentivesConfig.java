package io.zugabe.recommendation.incentives;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How incentives are paid and learned. What they are is set by calls. */
@ConfigMapping(prefix = "zugabe.incentives")
public interface IncentivesConfig {

    /** How often is looked for changes, and for money that this replica may promise. */
    @WithDefault("1s")
    Duration every();

    /** How often is counted what became of offers with incentives. */
    @WithDefault("30s")
    Duration countEvery();

    /** The share of a budget that a replica sets aside for itself at once, in (0, 1]. */
    @WithDefault("0.05")
    double leaseShare();

    /** Number of expected purchases that a level's expected uplift weighs as much as. */
    @WithDefault("20")
    double priorWeight();

    /** How long is kept what was seen and redeemed. */
    @WithDefault("400d")
    Duration retention();
}
