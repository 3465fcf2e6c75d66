package io.zugabe.segmentation.profile.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When offers were shown, and what became of them.
 *
 * @param lastShown null if none was
 * @param lastInterest time of the latest click or addition; null if there was none
 * @param dismissed products dismissed
 */
public record OfferRecord(
        @Nullable Instant lastShown, @Nullable Instant lastInterest, LatestEntries<Boolean> dismissed) {

    static OfferRecord none(Limits limits) {
        return new OfferRecord(null, null, LatestEntries.none(limits.dismissedProducts()));
    }

    static OfferRecord shown(Stamp stamp, Limits limits) {
        return new OfferRecord(stamp.time(), null, LatestEntries.none(limits.dismissedProducts()));
    }

    static OfferRecord interest(Stamp stamp, Limits limits) {
        return new OfferRecord(null, stamp.time(), LatestEntries.none(limits.dismissedProducts()));
    }

    static OfferRecord dismissal(Stamp stamp, List<String> products, Limits limits) {
        LatestEntries<Boolean> dismissed = LatestEntries.none(limits.dismissedProducts());
        for (String product : products) {
            dismissed = dismissed.with(product, stamp, true);
        }
        return new OfferRecord(null, null, dismissed);
    }

    OfferRecord merge(OfferRecord other) {
        return new OfferRecord(
                Sums.later(lastShown, other.lastShown),
                Sums.later(lastInterest, other.lastInterest),
                dismissed.merge(other.dismissed));
    }
}
