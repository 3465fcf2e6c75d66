package io.zugabe.recommendation.sessions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How visits are kept. */
@ConfigMapping(prefix = "zugabe.sessions")
public interface SessionsConfig {

    /** Most sessions kept; the oldest make room. Replicas that share a database must agree on it. */
    @WithDefault("1000000")
    int most();

    /** After so long without a click the next one begins a new session, whatever the shop calls it. */
    @WithDefault("30m")
    Duration gap();

    /** How often what has changed is written to the database. */
    @WithDefault("10s")
    Duration saveEvery();
}
