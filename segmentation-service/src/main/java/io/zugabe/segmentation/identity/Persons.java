package io.zugabe.segmentation.identity;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.identity.domain.Membership;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.Map;

/** Knows for whom customers and visitors count. */
public interface Persons {

    /** The memberships of those whom a link or merge names; who is missing stands for themselves. */
    Uni<Map<Subject, Membership>> of(Collection<Subject> subjects);
}
