package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.EventLog;
import io.zugabe.segmentation.log.domain.LogPage;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Set;

/** The events of one person, wherever they are kept. */
public interface PersonalEvents {

    /**
     * Events of the subjects with a position in (after, ∞), oldest first. Fails with POSITION_ARCHIVED if some may
     * lie in an archive that cannot be read here.
     */
    Uni<Part> read(Set<Subject> subjects, long after, EventLog.Most most);

    /**
     * A part of the events.
     *
     * @param last false if more may follow, also if this part is empty
     */
    record Part(LogPage page, boolean last) {}
}
