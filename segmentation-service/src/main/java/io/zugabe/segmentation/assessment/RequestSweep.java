package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has everybody assessed again: rules, models or the policy changed. */
@ApplicationScoped
public class RequestSweep {

    private final Sweeps sweeps;

    public RequestSweep(Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * Asks for a sweep that begins after now, when the one under way has ended. Every replica may ask.
     *
     * @param reason for who looks, and to tell requests apart: one that is asked for again, like
     *     {@code "rules of revision 17"}, is one request
     */
    public Uni<Void> request(String reason) {
        return sweeps.request(reason);
    }
}
