package io.zugabe.recommendation.insight;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zugabe.recommendation.insight.domain.Windows;
import java.time.Duration;

/** How purchases are attributed to offers. */
@ConfigMapping(prefix = "zugabe.attribution")
public interface AttributionConfig {

    /** A purchase so long after the offer was first clicked may be its merit. */
    @WithDefault("7d")
    Duration clickWindow();

    /** A purchase so long after the offer was first seen may be its merit, if none was clicked. */
    @WithDefault("1d")
    Duration viewWindow();

    /** So long offers that were not bought and orders without merit are kept; longer than feedback is taken. */
    @WithDefault("60d")
    Duration keep();

    /** So long offers that were bought are kept, so that a return takes the merit back. */
    @WithDefault("200d")
    Duration keepBought();

    /** So long counts are kept that do not change any more. */
    @WithDefault("400d")
    Duration keepCounts();

    /** How often what is too old is deleted. */
    @WithDefault("10m")
    Duration cleanEvery();

    default Windows windows() {
        return new Windows(clickWindow().toMillis(), viewWindow().toMillis());
    }
}
