package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.domain.Anchor;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.Holding;
import io.zugabe.segmentation.audience.domain.Marks;
import io.zugabe.segmentation.audience.domain.TraitCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/** Finds what marks the owners of X. */
@ApplicationScoped
public class DescribeBuyers {

    private final ScanCustomers scan;
    private final SmallGroups smallGroups;

    DescribeBuyers(ScanCustomers scan, SmallGroups smallGroups) {
        this.scan = scan;
        this.smallGroups = smallGroups;
    }

    /**
     * Compares owners with others.
     *
     * @param ordered only with others who ordered anything
     * @param minSupport owners who must have a trait; at least the least size counts
     */
    public Uni<Marks> describe(Anchor anchor, boolean ordered, long minSupport, Progress progress) {
        Predicate<Candidate> others = candidate -> !ordered || candidate.ordered();
        return scan.run(progress, () -> compare(anchor, TraitCounts.all(), others, false, minSupport, progress));
    }

    /** Compares within a computation that is under way. */
    Marks compare(
            Anchor anchor,
            TraitCounts counts,
            Predicate<Candidate> others,
            boolean visitors,
            long minSupport,
            Progress progress) {
        scan.each(visitors, "", progress, candidate -> {
            Holding holding = anchor.holding(candidate.profile());
            boolean owns = holding == Holding.OWNS;
            if (owns || holding == Holding.NEVER && others.test(candidate)) {
                counts.add(candidate, owns);
            }
        });
        smallGroups.check(counts.buyers(), "customers own it");
        return Marks.examine(anchor, counts, Math.max(minSupport, smallGroups.least()));
    }
}
