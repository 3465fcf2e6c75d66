package io.zugabe.segmentation.assessment;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.ProfilesAdvanced;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/**
 * Assesses those of whom something changed that must count at once (a case was opened, consent withdrawn, an offer
 * dismissed) beside the {@link AssessmentLoop}, as soon as it is in their profiles: they wait neither for the customers whose
 * turn it is nor for a rest. Revisions decide which of two assessments of one customer counts. Whoever is forgotten here, by a
 * failure or a crash, is assessed in turn.
 */
@ApplicationScoped
public class PressingLoop {

    /** So many are assessed at once: few, so that the first do not wait for the last. */
    private static final int CHUNK = 20;

    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final AssessSubjects assessSubjects;
    private final RefreshCache refreshCache;
    private final ProfilesAdvanced advanced;
    private final Repeating running = new Repeating("Assessing customers out of turn");

    public PressingLoop(AssessSubjects assessSubjects, RefreshCache refreshCache, ProfilesAdvanced advanced) {
        this.assessSubjects = assessSubjects;
        this.refreshCache = refreshCache;
        this.advanced = advanced;
    }

    void start(@Observes StartupEvent event) {
        running.endlessly(this::step);
    }

    void stop(@Observes ShutdownEvent event) {
        running.stop();
    }

    private Uni<Void> step() {
        return advanced.awaitPressing(LONGEST_WAIT).chain(waiting -> assess(advanced.takePressing(CHUNK)));
    }

    private Uni<Void> assess(List<Subject> subjects) {
        return subjects.isEmpty()
                ? Uni.createFrom().voidItem()
                : refreshCache
                        .writeOutOfTurn(assessSubjects.assess(subjects).map(AssessSubjects.Result::profiles))
                        .ifNoItem()
                        .after(LONGEST_STEP)
                        .fail();
    }
}
