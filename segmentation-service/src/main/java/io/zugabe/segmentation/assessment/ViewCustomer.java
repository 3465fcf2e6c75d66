package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a customer to a person: assessed now, by what is in force, with every feature. Stores nothing. */
@ApplicationScoped
public class ViewCustomer {

    private final ProfileGroups groups;
    private final AssessmentPipeline pipeline;
    private final CurrentFeatures features;
    private final Clock clock;

    public ViewCustomer(ProfileGroups groups, AssessmentPipeline pipeline, CurrentFeatures features, Clock clock) {
        this.groups = groups;
        this.pipeline = pipeline;
        this.features = features;
        this.clock = clock;
    }

    /**
     * What there is to see.
     *
     * @param declared all features by name
     * @param values of those that are known of the customer
     */
    public record View(ServedProfile profile, Map<String, Feature> declared, FeatureVector values) {}

    /** The view of a customer or visitor; empty if nothing is known of them. */
    public Uni<Optional<View>> view(Subject subject) {
        return groups.load(Set.of(subject))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> Optional.ofNullable(found.get(subject)).map(this::view));
    }

    private View view(ServedProfile profile) {
        Assessed assessed = pipeline.assess(profile, profile.assessmentRevision(), clock.instant());
        return new View(profile.with(assessed), features.now().all(), assessed.features());
    }
}
