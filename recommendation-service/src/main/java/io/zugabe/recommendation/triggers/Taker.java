package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.triggers.domain.Channel;
import java.util.Set;

/** Somebody who takes due offers: a subscriber of this replica, or a webhook. */
public interface Taker {

    /** The channels whose offers it takes. */
    Set<Channel> channels();

    /** How many it takes now, 0 or more. */
    int room();

    /** Sends one; what comes of it is noted when it is known. Never blocks and never fails. */
    void take(Delivery delivery);
}
