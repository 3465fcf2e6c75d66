package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Archives of the log, as far as they hold what is to be erased. */
public interface EventArchives {

    /**
     * The next part of the events of the subjects in months that have left the database, after a position that lies
     * in one of them; of one month at most. Fails with POSITION_ARCHIVED if the month's archive cannot be read here.
     */
    Uni<LogPage> read(Set<Subject> subjects, long after, EventLog.Most most);

    /**
     * Removes the events of the subjects.
     *
     * @return number of events by those who had any; empty if another instance changes archives now, and
     *     nothing was done
     */
    Uni<Optional<Map<Subject, Long>>> erase(Set<Subject> subjects);
}
