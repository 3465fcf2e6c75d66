package io.zugabe.recommendation.insight;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where retired offers are kept. */
public interface RetirementArchive {

    /** Retires offers, unless another replica has done so already. */
    Uni<Void> retire(List<Retired> offers);

    /** Makes an offer again; empty if it is not retired. */
    Uni<Optional<Retired>> reinstate(String product, String placement, String anchorType, String actor);

    /** Some that have changed since, in the order of their changes; empty at the end. */
    Uni<List<Retired>> changed(long change);

    /** A page by product, placement and anchor type; of one more than asked for if there are more. */
    Uni<List<Retired>> page(PageRequest page, boolean withReinstated);

    /**
     * An offer that was retired.
     *
     * @param views without interest when it was retired
     * @param viewsBefore that do not count, because it was reinstated after them
     * @param retired false since it was reinstated
     * @param change grows with every change
     */
    record Retired(
            String product,
            String placement,
            String anchorType,
            long views,
            long viewsBefore,
            double leastRate,
            double errorBound,
            boolean retired,
            Instant retireTime,
            Optional<Instant> reinstateTime,
            String reinstatedBy,
            long change) {

        /** By which pages are cut. */
        public String key() {
            return product + "\n" + placement + "\n" + anchorType;
        }
    }
}
