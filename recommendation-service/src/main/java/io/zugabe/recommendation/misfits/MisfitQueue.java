package io.zugabe.recommendation.misfits;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.misfits.domain.DueReturn;
import java.util.List;

/** Returns that wait to be reported. They survive a crash, and are due again until they are done. */
public interface MisfitQueue {

    /** Some returns that are due; they will be due again later, later each time. */
    Uni<List<DueReturn>> due();

    /** Forgets a return. */
    Uni<Void> done(DueReturn reported);

    /** Number of returns that wait. */
    Uni<Long> size();
}
