package io.zugabe.segmentation.uplift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of training data, and what offers cost. */
@ConfigMapping(prefix = "zugabe.uplift")
public interface UpliftSettings {

    /** Data sets are deleted so long after their last upload. */
    @WithDefault("P400D")
    Duration datasetRetention();

    /** More rows are not trained on at once: a fixed sample of them is. */
    @WithDefault("300000")
    int mostRows();

    /** What making an offer that is sent or comes with an incentive costs, in the shop's currency, at least 0. */
    @WithDefault("0")
    double contactCost();

    /** What the incentive costs for each who buys, in the shop's currency, at least 0. */
    @WithDefault("0")
    double incentiveCost();
}
