package io.zugabe.recommendation.sessions;

import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import java.util.List;
import java.util.Optional;

/**
 * The clicks of a run of events.
 *
 * @param erased who was erased at the end of the run, after everything else in it
 * @param position everything up to this place of the log is in this run or in one before it
 * @param log the id of the log; empty if it was not told
 */
public record ClickRun(List<Clicked> clicks, Optional<ErasedPeople> erased, long position, String log) {

    /**
     * Somebody looked at a product or put it in the cart.
     *
     * @param key of the session, see {@link io.zugabe.recommendation.sessions.domain.Click}
     * @param owner the mark of the person, see {@link ErasedPeople#mark}
     * @param time in seconds since 1970
     */
    public record Clicked(long key, long owner, String product, long time) {}
}
