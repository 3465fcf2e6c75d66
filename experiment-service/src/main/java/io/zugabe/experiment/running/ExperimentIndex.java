package io.zugabe.experiment.running;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;

/** Which experiments exist, in whatever state. */
public interface ExperimentIndex {

    /** Those of some ids that exist. */
    Uni<Set<String>> existing(Collection<String> ids);
}
