package io.zugabe.recommendation.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How decisions are kept for explanation. */
@ConfigMapping(prefix = "zugabe.trace")
public interface TraceConfig {

    /** Decisions of which is kept in memory what they were made from, 1 or more: some kilobytes each. */
    @WithDefault("5000")
    int decisionsInMemory();

    /** Decisions a second that are written at most, in the long run; up to a whole queue of them at once. */
    @WithDefault("20")
    int archivedPerSecond();

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
