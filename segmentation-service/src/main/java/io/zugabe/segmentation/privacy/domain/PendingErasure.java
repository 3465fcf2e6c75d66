package io.zugabe.segmentation.privacy.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** An erasure of which something may be left. */
public record PendingErasure(UUID id, Set<Subject> subjects, Instant createTime) {

    public PendingErasure {
        subjects = Set.copyOf(subjects);
    }
}
