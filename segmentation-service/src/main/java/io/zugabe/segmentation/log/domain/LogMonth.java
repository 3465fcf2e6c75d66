package io.zugabe.segmentation.log.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar month (UTC) of the log: what was appended in it.
 *
 * @param month its first day
 * @param after its positions are (after, until]
 * @param until null for the last month, which still grows
 * @param archive name of its archive, once that is written and verified
 * @param dropped true once its events are no longer in the database
 */
public record LogMonth(
        LocalDate month,
        long after,
        @Nullable Long until,
        @Nullable String archive,
        boolean dropped) {

    /** True if the event that follows a position belongs to this month, if it exists yet. */
    public boolean follows(long position) {
        return position >= after && (until == null || position < until);
    }
}
