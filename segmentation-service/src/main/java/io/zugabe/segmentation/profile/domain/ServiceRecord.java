package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Service cases.
 *
 * @param open whether each case is open, by its latest event
 * @param opened number of cases opened
 * @param cost what the cases cost, in 1/10,000 of the shop's currency
 * @param interest whether interest was signalled when the latest case was solved; null before
 */
public record ServiceRecord(
        LatestEntries<Boolean> open,
        long opened,
        long cost,
        @Nullable Instant lastOpened,
        @Nullable Dated<Boolean> interest) {

    static ServiceRecord none(Limits limits) {
        return new ServiceRecord(LatestEntries.none(limits.cases()), 0, 0, null, null);
    }

    ServiceRecord merge(ServiceRecord other) {
        return new ServiceRecord(
                open.merge(other.open),
                Sums.sum(opened, other.opened),
                Sums.sum(cost, other.cost),
                Sums.later(lastOpened, other.lastOpened),
                Statements.later(interest, other.interest));
    }
}
