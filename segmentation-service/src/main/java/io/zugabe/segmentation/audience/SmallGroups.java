package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.audience.SizeTargetGroup.Sized;
import io.zugabe.segmentation.audience.domain.ToldCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps groups to themselves that are so small that single customers could be made out. */
@ApplicationScoped
public class SmallGroups {

    private final long least;
    private final TargetGroupStore store;
    private volatile @Nullable ToldCounts known;

    SmallGroups(AudienceSettings settings, TargetGroupStore store) {
        this.least = settings.leastSize();
        this.store = store;
    }

    /** Groups from here on may be told of. */
    public long least() {
        return least;
    }

    /** What is told of counts. */
    public Uni<ToldCounts> counts() {
        ToldCounts counts = known;
        return counts != null
                ? Uni.createFrom().item(counts)
                : store.secret().map(secret -> new ToldCounts(secret, least)).invoke(read -> known = read);
    }

    /** Refuses to name the customers of a group that is too small, or whose size is not told. */
    void checkExport(Sized sized) {
        boolean told = sized.told().exported().isPresent();
        check(told ? sized.size().exported() : 0, "customers would be exported");
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
                    "fewer than about " + least + " " + what + "; groups below that are not told of",
                    Map.of("least_size", Long.toString(least)));
        }
    }
}
