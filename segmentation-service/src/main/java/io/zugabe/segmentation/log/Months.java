package io.zugabe.segmentation.log;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.LogMonth;
import java.util.List;

/** The months that the log is kept by. */
public interface Months {

    /** All of them, oldest first, those that were dropped too. */
    Uni<List<LogMonth>> list();

    /** Number of events of a month that is not dropped. */
    Uni<Long> events(LogMonth month);

    /** The least position that everything derived from the log has reached. */
    Uni<Long> derived();

    /** Grows with every erasure. */
    Uni<Long> erasures();

    /**
     * Notes that a month's archive is complete, unless somebody was erased meanwhile.
     *
     * @param erasures how many there had been before it was written
     * @return whether that was noted
     */
    Uni<Boolean> archived(LogMonth month, String archive, long erasures);

    /** Takes a month's events out of the database, and forgets their identities. */
    Uni<Void> drop(LogMonth month);
}
