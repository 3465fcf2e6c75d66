package io.zugabe.recommendation.misfits;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.misfits.domain.DueReturn;

/** Whoever decides about what does not fit. */
public interface DisputeOpener {

    /**
     * Reports that a returned product does not go with an anchor. The same report again counts once.
     *
     * @return whether it was taken; false if it never will be, because a product is gone
     */
    Uni<Boolean> report(DueReturn returned, String anchor);
}
