package io.zugabe.recommendation.campaigns.domain;

import io.zugabe.recommendation.replica.domain.Circumstances;
import java.time.Instant;

/** When and where a campaign holds, beside its dates. */
@FunctionalInterface
public interface Condition {

    /** Holds always. */
    Condition ALWAYS = (known, placement, time) -> true;

    /**
     * Whether it holds.
     *
     * @param placement its name
     */
    boolean holds(Circumstances known, String placement, Instant time);
}
