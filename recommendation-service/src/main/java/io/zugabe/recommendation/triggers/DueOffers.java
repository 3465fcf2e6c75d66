package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.triggers.domain.Channel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Due offers where they are kept. */
public interface DueOffers {

    /**
     * Notes what came of a timer and ends it.
     *
     * @return what was noted: silence if the person was sent enough already; empty if the timer was stopped
     *     meanwhile, or its cause has been served
     */
    Uni<Optional<Outcome.Final>> complete(ClaimedTimer timer, Outcome.Final outcome);

    /** Claims due offers to deliver; nobody else sends them for a time. */
    Uni<List<Delivery>> claim(Set<Channel> channels, int most, Duration lease);

    /** Notes that due offers were taken over; returns how many were not before. */
    Uni<Integer> delivered(Collection<UUID> ids);

    /** A delivery failed: tries again after a pause, or gives up if there is none. */
    Uni<Void> failed(UUID id, String why, Duration pause, boolean again);

    /** A due offer must not be sent any more. */
    Uni<Void> withdraw(UUID id, String reason);

    /** Gives up what was not taken over in time or too often; returns how many. */
    Uni<Integer> bury(int attempts);

    /** Forgets what is older, and counts what is dead. */
    Uni<Long> cleanUp(Duration retention);
}
