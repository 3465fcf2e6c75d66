package io.zugabe.recommendation.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the other services are. */
@ConfigMapping(prefix = "zugabe.upstream")
public interface UpstreamConfig {

    /** The catalog service: host:port, or any target that grpc-java resolves. */
    String catalogTarget();

    /** The segmentation service. */
    String segmentationTarget();

    /** The experiment service. */
    String experimentTarget();

    /** A stream that is silent for longer is taken for dead; the services promise a word every 10 seconds. */
    @WithDefault("30s")
    Duration longestSilence();

    /** How long a decision waits for a profile that is not in Redis. */
    @WithDefault("150ms")
    Duration profileDeadline();
}
