package io.zugabe.segmentation.audience.domain;

import java.util.List;
import java.util.Optional;

/** Whom a target group wants. */
public sealed interface AudienceDefinition {

    /**
     * Those who never bought X and share traits of its owners.
     *
     * @param traits empty for the best ones
     * @param best how many of the best ones, 1 or more
     * @param minShared of the traits a customer must have; 0 for half of them, rounded up
     */
    record OwnersMissing(Anchor anchor, List<Trait> traits, int best, int minShared) implements AudienceDefinition {
        public OwnersMissing {
            traits = List.copyOf(traits);
        }
    }

    /**
     * Those without an order who resemble owners of X.
     *
     * @param topShare of those without an order, most similar first, in (0, 1]
     */
    record LookAlikes(Anchor anchor, double topShare) implements AudienceDefinition {}

    /**
     * Members of a segment.
     *
     * @param missing only those who never bought this; empty for all
     */
    record SegmentMembers(String segmentId, Optional<Anchor> missing) implements AudienceDefinition {}
}
