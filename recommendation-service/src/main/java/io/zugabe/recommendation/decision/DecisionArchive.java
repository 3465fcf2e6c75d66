package io.zugabe.recommendation.decision;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Where decisions are kept beyond the memory of this process. */
public interface DecisionArchive {

    /** Keeps how a decision came about, soon; false if too many are waiting or were kept lately. Never blocks. */
    boolean keep(KeptDecision decision);

    /** The serialized {@code zugabe.recommendation.v1.DecisionTrace} of a decision. */
    Uni<Optional<byte[]>> find(UUID id);
}
