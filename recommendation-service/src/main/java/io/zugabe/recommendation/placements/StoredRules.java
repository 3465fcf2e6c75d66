package io.zugabe.recommendation.placements;

import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import java.time.Instant;

/**
 * The rules of a placement as somebody set them.
 *
 * @param change number of the change that set them; grows with every change of any placement
 * @param version of this placement's rules, from 1
 * @param message the rules as they were sent, for those who read them
 * @param note what was changed and why
 */
public record StoredRules(
        long change,
        Placement placement,
        long version,
        PlacementRules rules,
        byte[] message,
        String author,
        String note,
        Instant time) {}
