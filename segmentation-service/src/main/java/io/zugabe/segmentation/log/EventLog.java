package io.zugabe.segmentation.log;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Appended;
import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.LogStatus;
import io.zugabe.segmentation.log.domain.NewEvent;
import java.util.List;
import java.util.Set;

/**
 * The durable log. Positions grow in the order of commits: whoever has read up to a position never
 * misses an event that appears before it later.
 */
public interface EventLog {

    /**
     * Appends events in one transaction; durable when the result arrives.
     *
     * @param events no two with the same id
     */
    Uni<Appended> append(List<NewEvent> events);

    /**
     * Reads events with a position in (after, upTo], oldest first, at most as many as {@code most} says.
     *
     * @param upTo not beyond the end of the log
     * @param kinds only these kinds; empty for all
     */
    Uni<LogPage> read(long after, long upTo, Set<EventKind> kinds, Most most);

    /** Which log this is, and how far it is. */
    Uni<LogStatus> status();

    /**
     * How much one page holds.
     *
     * @param events at most this many events
     * @param bytes ends with the event that reaches this many bytes
     */
    record Most(int events, int bytes) {}
}
