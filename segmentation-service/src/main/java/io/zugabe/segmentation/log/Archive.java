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
     * An archive that was written and read again.
     *
     * @param name the archive's name
     * @param events number of events in it
     */
    record Written(String name, long events) {}

    /**
     * Writes a month that has no archive, and reads it again to compare. What was begun of it before is
     * written anew: nobody erased anybody there. Only for who holds the {@link ArchiveLock}.
     */
    Written write(UUID logId, LogMonth month, Pages pages);

    /** Reads the archive of a month that has one, and compares; returns the number of events in it. */
    long verify(LogMonth month);

    /**
     * Deletes what was begun of a month's archive and came to no end. Only for who holds the {@link
     * ArchiveLock}.
     */
    void discardUnfinished(UUID logId, LogMonth month);

    /** Reads events with a position in (after, upTo] of a month that has an archive; as {@link EventLog#read}. */
    LogPage read(LogMonth month, long after, long upTo, Set<EventKind> kinds, EventLog.Most most);

    /**
     * Reads events of some subjects in a month that has an archive, with a position in (after, ∞), oldest first;
     * looks at a part of the month, so that a page may be empty before the month's end.
     */
    LogPage readOf(Set<Subject> subjects, LogMonth month, long after, EventLog.Most most);

    /**
     * Takes all events of some subjects out of a month's archive. Only for who holds the {@link ArchiveLock}.
     *
     * @return number of events taken out, by those who had any
     */
    Map<Subject, Long> erase(LogMonth month, Set<Subject> subjects);
}
