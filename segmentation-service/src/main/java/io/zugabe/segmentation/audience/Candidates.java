package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.KeyRange;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The customers and visitors who were assessed. */
public interface Candidates {

    /**
     * A page of them, by key.
     *
     * @param after looks at keys in (after, ∞); empty for all
     * @param segmentId only members of this segment; empty for all
     * @param most looks at so many at most
     */
    Uni<Page> page(KeyRange range, String after, String segmentId, int most);

    /** Those of these who are known, in no order. */
    Uni<List<Candidate>> find(Collection<Subject> subjects);

    /** How many there are, as estimated. */
    Uni<Long> estimate();

    /**
     * A page.
     *
     * @param lastKey the last key that was looked at; empty if there was none left
     */
    record Page(List<Candidate> candidates, Optional<String> lastKey) {}
}
