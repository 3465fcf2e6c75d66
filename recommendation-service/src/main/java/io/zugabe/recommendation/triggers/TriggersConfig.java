package io.zugabe.recommendation.triggers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Retry;
import java.time.Duration;
import java.util.Map;

/** How due offers are decided and delivered. What makes them due is set by calls. */
@ConfigMapping(prefix = "zugabe.triggers")
public interface TriggersConfig {

    /** How often is looked for what is due. */
    @WithDefault("1s")
    Duration every();

    /** Most timers that are decided, and due offers that are delivered, at once per taker. */
    @WithDefault("100")
    int atOnce();

    /** A subscriber has so long to acknowledge. */
    @WithDefault("30s")
    Duration acknowledgeWithin();

    /** A webhook has so long to answer. */
    @WithDefault("10s")
    Duration answerWithin();

    /** The longest pause after the first attempt that failed; it doubles with each further one, up to an hour. */
    @WithDefault("5s")
    Duration retry();

    /** Most attempts to deliver a due offer. */
    @WithDefault("10")
    int attempts();

    /** Most due offers of a person by channel (PAGE, EMAIL, PUSH, SERVICE_AGENT, SALES_TASK) within a week. */
    Map<String, Integer> weekly();

    /** Language of names and reasons, BCP 47. */
    @WithDefault("en")
    String locale();

    /** How long is kept what became of timers. */
    @WithDefault("30d")
    Duration retention();

    /** When what failed is tried again. */
    default Retry retries() {
        return new Retry(retry(), Duration.ofHours(1), attempts());
    }

    /** Most due offers of a person by a channel within a week. */
    default int cap(Channel channel) {
        return weekly().getOrDefault(channel.name(), channel.pushes() ? 2 : 20);
    }
}
