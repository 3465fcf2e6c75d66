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
     * Asks for a sweep that begins after now, when the one under way has ended. Every replica may ask, and again
     * whenever it starts.
     *
     * @param cause what changed, like {@code "rules"}
     * @param reason which state of it everybody is to be assessed by, like {@code "17"}: as long as it stays the
     *     same for the cause, it is one request
     */
    public Uni<Void> request(String cause, String reason) {
        return sweeps.request(cause, reason);
    }
}
