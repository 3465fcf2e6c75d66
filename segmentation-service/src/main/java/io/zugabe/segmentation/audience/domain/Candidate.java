package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Instant;
import java.util.Set;

/**
 * A customer or visitor as a target group sees them.
 *
 * @param profile of everybody who is the same person
 * @param features as of the latest assessment
 * @param segments ids of those that they are in
 * @param assessTime when the features were read
 */
public record Candidate(
        Profile profile, FeatureVector features, Set<String> segments, Treatability treatability, Instant assessTime) {

    public Candidate {
        segments = Set.copyOf(segments);
    }

    /** Who. */
    public Subject subject() {
        return profile.subject();
    }

    /** True if they ever ordered anything. */
    public boolean ordered() {
        return profile.orders().last() != null;
    }
}
