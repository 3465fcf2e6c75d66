package io.zugabe.segmentation.audience;

import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Keeps groups to themselves that are so small that single customers could be made out. */
@ApplicationScoped
public class SmallGroups {

    private final long least;

    SmallGroups(AudienceSettings settings) {
        this.least = settings.leastSize();
    }

    /** Groups from here on may be told of. */
    public long least() {
        return least;
    }

    /**
     * Refuses a group that is too small.
     *
     * @param what for instance {@code "customers own it"}
     */
    void check(long size, String what) {
        if (size < least) {
            throw ZugabeException.of(
                    SegmentationReason.GROUP_TOO_SMALL,
                    "fewer than " + least + " " + what + "; groups below that are not told of",
                    Map.of("least_size", Long.toString(least)));
        }
    }
}
