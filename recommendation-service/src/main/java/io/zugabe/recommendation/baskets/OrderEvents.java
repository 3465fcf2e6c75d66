package io.zugabe.recommendation.baskets;

import io.zugabe.recommendation.baskets.domain.OrderLine;
import io.zugabe.recommendation.baskets.domain.RefundLine;
import io.zugabe.recommendation.misfits.domain.MisfitReturn;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import java.util.List;
import java.util.Optional;

/**
 * The orders and refunds of a run of events.
 *
 * @param lines lines of orders with the place of their event in the log
 * @param refunds what came back
 * @param misfits those of the refunds that came back because they do not fit
 * @param erased who was erased at the end of the run, after everything else in it
 * @param skipped number of lines that are left out because they cannot be stored
 * @param position everything up to this place of the log is in this run or in one before it
 * @param log the id of the log; empty if it was not told
 */
public record OrderEvents(
        List<Logged> lines,
        List<RefundLine> refunds,
        List<MisfitReturn> misfits,
        Optional<ErasedPeople> erased,
        int skipped,
        long position,
        String log) {

    /** A line of an order and the place in the log of the event that told it. */
    public record Logged(long position, OrderLine line) {}
}
