package io.zugabe.recommendation.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feedback is taken. */
@ConfigMapping(prefix = "zugabe.feedback")
public interface FeedbackConfig {

    /** Feedback about offers that were made longer ago is refused. */
    @WithDefault("30d")
    Duration longestAge();
}
