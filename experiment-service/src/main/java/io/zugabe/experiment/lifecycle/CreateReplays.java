package io.zugabe.experiment.lifecycle;

import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Experiment;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The first responses of calls that may be repeated. Every call joins the transaction of its caller. */
public interface CreateReplays {

    /**
     * Takes a request id. A concurrent call with the same id waits until this one's transaction ends.
     *
     * @param forgetBefore responses older than this are forgotten
     * @return the first response if the id was taken before; empty if this is the first call
     */
    Uni<Optional<Experiment>> claim(UUID requestId, Instant now, Instant forgetBefore);

    /** Keeps the first response for a claimed request id. */
    Uni<Void> remember(UUID requestId, Experiment response);
}
