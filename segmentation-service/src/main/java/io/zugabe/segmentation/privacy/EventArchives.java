package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Archives of the log, as far as they hold what is to be erased. */
public interface EventArchives {

    /**
     * Removes the events of the subjects.
     *
     * @return number of events by those who had any; empty if another instance changes archives now, and
     *     nothing was done
     */
    Uni<Optional<Map<Subject, Long>>> erase(Set<Subject> subjects);
}
