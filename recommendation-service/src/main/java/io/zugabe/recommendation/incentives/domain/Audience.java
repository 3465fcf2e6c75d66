package io.zugabe.recommendation.incentives.domain;

import java.util.Set;

/**
 * Who may be given an incentive, and where; empty sets allow all.
 *
 * @param segments ids of segments
 * @param customerTypes names of {@link io.zugabe.recommendation.feedback.domain.Segment}s
 * @param placements names of placements
 */
public record Audience(Set<String> segments, Set<String> customerTypes, Set<String> placements, boolean membersOnly) {

    public Audience {
        segments = Set.copyOf(segments);
        customerTypes = Set.copyOf(customerTypes);
        placements = Set.copyOf(placements);
    }
}
