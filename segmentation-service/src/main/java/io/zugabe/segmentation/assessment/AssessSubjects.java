package io.zugabe.segmentation.assessment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.assessment.domain.Assessed;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assesses customers and visitors: stores what is concluded, and brings their profiles to the cache. The
 * revision is drawn before the profiles are read, so of two assessments the one with the higher revision
 * has seen at least as much, whoever stores first.
 */
@ApplicationScoped
public class AssessSubjects {

    private final AssessmentStore store;
    private final ProfileGroups groups;
    private final AssessmentPipeline pipeline;
    private final CurrentFeatures features;
    private final List<StoredAssessments> listeners;
    private final Clock clock;
    private final Counter assessedSubjects;

    public AssessSubjects(
            AssessmentStore store,
            ProfileGroups groups,
            AssessmentPipeline pipeline,
            CurrentFeatures features,
            @All List<StoredAssessments> listeners,
            Clock clock,
            MeterRegistry metrics) {
        this.store = store;
        this.groups = groups;
        this.pipeline = pipeline;
        this.features = features;
        this.listeners = listeners;
        this.clock = clock;
        this.assessedSubjects = metrics.counter("zugabe.assessment.assessed");
    }

    /**
     * The profiles with their new assessments.
     *
     * @param revision of these assessments
     */
    public record Result(List<ServedProfile> profiles, long revision) {}

    /** Assesses those who stand for the subjects named; fails if somebody is erased meanwhile. */
    public Uni<Result> assess(Collection<Subject> subjects) {
        return store.begin()
                .chain(start -> groups.load(subjects)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .call(found -> features.learn(found.values().stream()
                                .map(ServedProfile::profile)
                                .toList()))
                        .chain(found -> conclude(subjects, found, start)));
    }

    private Uni<Result> conclude(
            Collection<Subject> subjects, Map<Subject, ServedProfile> found, AssessmentStore.Start start) {
        Instant now = clock.instant();
        List<Assessed> assessed = new ArrayList<>();
        List<ServedProfile> profiles = new ArrayList<>();
        Set<Subject> dissolved = new HashSet<>(subjects);
        for (ServedProfile profile : ServedProfile.persons(found.values())) {
            Assessed made = pipeline.assess(profile, start.revision(), now);
            assessed.add(made);
            profiles.add(profile.with(made));
            dissolved.remove(profile.subject());
        }
        return store.save(start, assessed, dissolved).map(saved -> {
            if (!saved) {
                throw new IllegalStateException("somebody was erased meanwhile");
            }
            assessedSubjects.increment(assessed.size());
            listeners.forEach(listener -> listener.stored(assessed));
            return new Result(profiles, start.revision());
        });
    }
}
