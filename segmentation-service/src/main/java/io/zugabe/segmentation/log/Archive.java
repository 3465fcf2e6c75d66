package io.zugabe.segmentation.log;

import io.zugabe.segmentation.log.domain.EventKind;
import io.zugabe.segmentation.log.domain.LogMonth;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Months of the log outside the database. All methods block. */
public interface Archive {

    /** True if there is a place for archives. */
    boolean configured();

    /** Reads the next events of a month that ended; as {@link EventLog#read}. */
    interface Pages {
        LogPage after(long position);
    }

    /**
     * Writes a month, and reads it again to compare; a month that was written before is only compared.
     *
     * @param events number of events that there must be
     * @return the archive's name
     */
    String write(UUID logId, LogMonth month, long events, Pages pages);

    /** Reads events with a position in (after, upTo] of a month that has an archive; as {@link EventLog#read}. */
    LogPage read(LogMonth month, long after, long upTo, Set<EventKind> kinds, EventLog.Most most);

    /**
     * Takes all events of some subjects out of a month's archive. Only for who holds the {@link ArchiveLock}.
     *
     * @return number of events taken out, by those who had any
     */
    Map<Subject, Long> erase(LogMonth month, Set<Subject> subjects);
}
