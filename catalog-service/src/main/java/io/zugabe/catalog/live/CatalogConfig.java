package io.zugabe.catalog.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the catalog. */
@ConfigMapping(prefix = "zugabe.catalog")
public interface CatalogConfig {

    /** Directory of rule packs besides those that come with the service; a pack of the same name replaces. */
    Optional<Path> packsDirectory();

    /** How often changes of other replicas are looked for; own ones are seen at once. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How long changed maker statements are collected before the fit table is built anew. */
    @WithDefault("100ms")
    Duration rebuildDelay();

    /** How long a write waits to become visible in this replica's memory. */
    @WithDefault("10s")
    Duration visibilityTimeout();

    /** How long deletions are remembered for followers that resume. */
    @WithDefault("7d")
    Duration deletionRetention();

    /** How long a report of a misfit that is sent again is known by its request id. */
    @WithDefault("30d")
    Duration reportRetention();

    /** Changes that may wait for a slow follower before its stream is ended. */
    @WithDefault("20000")
    int followerCapacity();

    /** Longest time without a message to a follower. */
    @WithDefault("5s")
    Duration heartbeatInterval();

    /** How long a follower may refuse to take messages before its stream is ended. */
    @WithDefault("30s")
    Duration followerPatience();
}
