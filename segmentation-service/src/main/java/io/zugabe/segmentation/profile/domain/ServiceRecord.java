package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Service cases.
 *
 * @param open whether each case is open, by its latest event
 * @param lastOpened null if none was
 * @param interest whether interest was signalled when the latest case was solved; null before
 */
public record ServiceRecord(
        LatestEntries<Boolean> open,
        @Nullable Instant lastOpened,
        @Nullable Dated<Boolean> interest) {

    static ServiceRecord none(Limits limits) {
        return new ServiceRecord(LatestEntries.none(limits.cases()), null, null);
    }

    /** True if a case waits to be solved. */
    public boolean anyOpen() {
        return open.entries().values().stream().anyMatch(Dated::value);
    }

    ServiceRecord merge(ServiceRecord other) {
        return new ServiceRecord(
                open.merge(other.open),
                Sums.later(lastOpened, other.lastOpened),
                Statements.later(interest, other.interest));
    }
}
