package io.zugabe.recommendation.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How decisions are kept for explanation. */
@ConfigMapping(prefix = "zugabe.trace")
public interface TraceConfig {

    /** Candidates in the traces that are kept in memory; a trace holds up to a few thousand, mostly a few hundred. */
    @WithDefault("100000")
    long candidatesInMemory();

    /** Decisions that may wait to be written; further ones are dropped and counted. */
    @WithDefault("1000")
    int queue();

    /** Pause between two batches of writing. */
    @WithDefault("200ms")
    Duration writeEvery();

    /** How long decisions can be explained. */
    @WithDefault("24h")
    Duration retention();
}
