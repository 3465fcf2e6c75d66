package io.zugabe.recommendation.incentives;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.domain.LevelCounts;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What became of offers with incentives. */
public interface IncentiveCounts {

    /** Notes that offers were seen; what was noted before changes nothing, nor do offers that nothing was promised with. */
    Uni<Void> seen(List<TrackedOffer> offers, Instant now);

    /** Counts of what was seen since a time, by incentive and level, the control first. */
    Uni<Map<String, List<LevelCounts>>> counts(Instant since);

    /** Marks of those who have redeemed an incentive so often. */
    Uni<LongSet> usedUp(String incentive, int times);

    /** Forgets what is older. */
    Uni<Void> cleanUp(Instant before);
}
