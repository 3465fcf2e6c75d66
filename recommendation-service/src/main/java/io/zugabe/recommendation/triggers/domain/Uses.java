package io.zugabe.recommendation.triggers.domain;

import java.time.Duration;
import java.util.Set;

/** What is known of the use of products. */
public interface Uses {

    /** After how long in use something goes with a product; empty if nothing does, or the product is unknown. */
    Set<Duration> spans(String product);

    /** Whether a product is used up and needed again. */
    boolean consumable(String product);
}
