package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.Sweep;
import jakarta.enterprise.context.ApplicationScoped;

/** Says how far the assessments are. */
@ApplicationScoped
public class ReadAssessmentStatus {

    private final AssessmentStore store;
    private final Sweeps sweeps;

    public ReadAssessmentStatus(AssessmentStore store, Sweeps sweeps) {
        this.store = store;
        this.sweeps = sweeps;
    }

    /**
     * How far the assessments are.
     *
     * @param position everything up to here was assessed
     */
    public record Status(long position, Sweep sweep) {}

    /** Reads it. */
    public Uni<Status> read() {
        return store.progress().chain(progress -> sweeps.read().map(sweep -> new Status(progress.position(), sweep)));
    }
}
