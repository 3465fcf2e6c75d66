package io.zugabe.experiment.running;

import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.RunningSet;
import java.util.Optional;

/** Where the set of running experiments is read from. */
public interface RunningSource {

    /** The set, unless its version still is the known one. May be called from any thread. */
    Uni<Optional<RunningSet>> loadUnless(long knownVersion);
}
