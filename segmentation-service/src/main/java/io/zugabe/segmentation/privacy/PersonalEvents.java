package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Set;

/** The events of one person, wherever they are kept. */
public interface PersonalEvents {

    /** Events of the subjects with a position in (after, ∞), oldest first; an empty page is the last. */
    Uni<LogPage> read(Set<Subject> subjects, long after, EventLog.Most most);
}
