package io.zugabe.recommendation.campaigns;

import io.zugabe.recommendation.campaigns.domain.Condition;

/** Compiles conditions of campaigns. */
public interface Conditions {

    /** Compiles; fails with {@link IllegalArgumentException} saying where and what is wrong. Empty means always. */
    Condition compile(String source);

    /**
     * Whether everything that a condition reads is known where it is decided what a channel sends: dates and placement
     * are, the circumstances of a visit are not.
     */
    boolean holdsByChannel(String source);
}
