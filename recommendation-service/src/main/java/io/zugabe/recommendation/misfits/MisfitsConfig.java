package io.zugabe.recommendation.misfits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How returned misfits are reported to the catalog. */
@ConfigMapping(prefix = "zugabe.misfits")
public interface MisfitsConfig {

    /** How often is looked for returns to report. */
    @WithDefault("1s")
    Duration every();

    /** A return that could not be reported is tried again after this, then after twice as long, up to an hour. */
    @WithDefault("30s")
    Duration retry();

    /** A return that could not be reported for so long, or whose order did not become known, is given up. */
    @WithDefault("14d")
    Duration patience();
}
