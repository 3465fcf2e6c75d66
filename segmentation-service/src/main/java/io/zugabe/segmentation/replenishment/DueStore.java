package io.zugabe.segmentation.replenishment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.replenishment.domain.DueCustomer;
import io.zugabe.segmentation.replenishment.domain.DuePlace;
import io.zugabe.segmentation.replenishment.domain.DueWindow;
import io.zugabe.segmentation.replenishment.domain.Replenishment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Who will need what again, as of the last time that each customer was assessed. */
public interface DueStore {

    /** Puts what customers will need in the place of what was known of them before; an empty list forgets. */
    Uni<Void> replace(Map<String, List<Replenishment>> byCustomer);

    /**
     * Reads a page in the order of {@link DuePlace}.
     *
     * @param after beginning behind this place
     * @param most at most so many
     */
    Uni<List<DueCustomer>> read(DueWindow window, DuePlace after, int most);

    /** Forgets customers of whom nothing is known any more, and those who were merged into others. */
    Uni<Void> forgetUnknown();

    /**
     * Takes it on to look all profiles through.
     *
     * @param modelVersion the model in force
     * @param now the time
     * @param staleBefore it is due if the last time was before this one, or was with another model
     * @return false if it is not due: it was done, or somebody else does it
     */
    Uni<Boolean> claimSweep(int modelVersion, Instant now, Instant staleBefore);
}
