package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Set;

/** Knows which customers and visitors are one person. */
public interface People {

    /** Everybody who is the same person as the subject, the subject among them. */
    Uni<Set<Subject>> same(Subject subject);
}
