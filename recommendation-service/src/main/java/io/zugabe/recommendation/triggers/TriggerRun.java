package io.zugabe.recommendation.triggers;

import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.triggers.domain.Happening;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a run of events.
 *
 * @param erased who was erased at the end of the run, after everything else in it
 * @param position everything up to this place of the log is in this run or in one before it
 * @param log the id of the log; empty if it was not told
 */
public record TriggerRun(List<Logged> happenings, Optional<ErasedPeople> erased, long position, String log) {

    /** Something that happened, and its place in the log. */
    public record Logged(long position, Happening happening) {}
}
