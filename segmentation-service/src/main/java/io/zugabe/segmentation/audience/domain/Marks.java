package io.zugabe.segmentation.audience.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What marks the buyers of X against others.
 *
 * @param buyers who own X
 * @param others whom they are compared with
 * @param examined traits with enough support, for whose number the p-values are corrected
 * @param marks highest shrunk lift first
 * @param leftOut features with too many values
 */
public record Marks(long buyers, long others, int examined, List<Mark> marks, List<String> leftOut) {

    private static final Comparator<Mark> ORDER = Comparator.comparingDouble(Mark::shrunkLift)
            .reversed()
            .thenComparing(mark -> mark.tally().trait().toString());

    /**
     * Examines traits.
     *
     * @param minSupport buyers who must have a trait at least, 1 or more
     */
    public static Marks examine(Anchor anchor, TraitCounts counts, long minSupport) {
        long buyers = counts.buyers();
        long others = counts.others();
        if (buyers == 0 || others == 0) {
            return new Marks(buyers, others, 0, List.of(), counts.leftOut());
        }
        List<Tally> tallies = counts.tallies().stream()
                .filter(tally -> tally.buyers() >= minSupport && !says(anchor, tally, buyers, others))
                .toList();
        List<Lift> lifts = tallies.stream()
                .map(tally -> Lift.of(tally.buyers(), buyers, tally.others(), others))
                .toList();
        double[] pValues = Holm.adjust(lifts.stream().mapToDouble(Lift::pValue).toArray());
        double spread = Shrinkage.spread(lifts);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < lifts.size(); i++) {
            marks.add(new Mark(tallies.get(i), lifts.get(i), Shrinkage.shrink(lifts.get(i), spread), pValues[i]));
        }
        marks.sort(ORDER);
        return new Marks(buyers, others, marks.size(), List.copyOf(marks), counts.leftOut());
    }

    /** Whether a trait is X itself, or true of everybody, or comes with X: its category, which every buyer bought from. */
    private static boolean says(Anchor anchor, Tally tally, long buyers, long others) {
        boolean all = tally.buyers() == buyers;
        boolean category =
                tally.trait() instanceof Trait.TextIs text && text.feature().equals(Anchor.CATEGORIES);
        return anchor.repeatedBy(tally.trait()) || all && (category || tally.others() == 0 || tally.others() == others);
    }

    /** The best ones: significant, more frequent among buyers, no two about the same thing. */
    public List<Mark> best(int most) {
        Set<String> about = new HashSet<>();
        return marks.stream()
                .filter(mark -> mark.significant() && mark.shrunkLift() > 1)
                .filter(mark -> about.add(mark.tally().trait().about()))
                .limit(most)
                .toList();
    }
}
