package io.zugabe.recommendation.insight.adapter;

import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.segmentation.v1.LoggedEvent;
import java.util.List;
import java.util.Optional;

/**
 * Events of the log.
 *
 * @param erased who was erased at the end of the run, after everything else in it
 * @param position everything up to this place of the log is in this run or in one before it
 * @param log the id of the log; empty if it was not told
 */
record LoggedRun(List<LoggedEvent> events, Optional<ErasedPeople> erased, long position, String log) {}
