package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Set;

/** Archives of the log, as far as they hold what is to be erased. */
public interface EventArchives {

    /** Removes the events of the subjects; says how many there were. */
    Uni<Long> erase(Set<Subject> subjects);
}
