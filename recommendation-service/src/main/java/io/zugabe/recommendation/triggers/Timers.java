package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Timers where they are kept. */
public interface Timers {

    /** Claims timers that are due, the longest due first; nobody else gets them for a minute. */
    Uni<List<ClaimedTimer>> claim(Set<Channel> channels, int most);

    /** Lets a timer be due later. */
    Uni<Void> postpone(ClaimedTimer timer, Instant due, Instant expires);

    /** Drops timers that are too late, visibly; returns how many. */
    Uni<Integer> expire(int most);

    /** Number of timers that are pending. */
    Uni<Long> pending();

    /** Lets pending timers follow a change of their trigger. */
    Uni<Void> follow(Trigger before, Trigger now);
}
