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
     * Asks for a sweep that begins after now, when the one under way has ended.
     *
     * @param reason for who looks, for instance {@code "segment vip published"}
     */
    public Uni<Void> request(String reason) {
        return sweeps.request(reason);
    }
}
