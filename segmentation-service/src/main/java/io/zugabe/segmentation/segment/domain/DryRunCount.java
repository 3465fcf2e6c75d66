package io.zugabe.segmentation.segment.domain;

import io.zugabe.segmentation.feature.domain.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts what a definition would do against the one in force. Used by one thread at a time. */
public final class DryRunCount {

    private final PublishedSegment candidate;
    private final Optional<PublishedSegment> inForce;
    private final int mostExamples;
    private final List<Example> entering = new ArrayList<>();
    private final List<Example> leaving = new ArrayList<>();
    private long examined;
    private long matching;
    private long enteringCount;
    private long leavingCount;
    private long unknown;

    /** A customer who would enter or leave; why, for one who enters. */
    public record Example(String subjectKey, Optional<LocalizedText> why) {}

    /** What was counted. */
    public record Counts(
            long examined,
            long matching,
            long entering,
            long leaving,
            long unknown,
            List<Example> enteringExamples,
            List<Example> leavingExamples) {}

    public DryRunCount(PublishedSegment candidate, Optional<PublishedSegment> inForce, int mostExamples) {
        this.candidate = candidate;
        this.inForce = inForce;
        this.mostExamples = mostExamples;
    }

    /** Counts a customer. */
    public void add(String subjectKey, FeatureVector features) {
        Outcome outcome = candidate.condition().evaluate(features);
        boolean is = inForce.isPresent()
                && inForce.get().condition().evaluate(features).holds();
        examined++;
        if (outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Failed) {
            unknown++;
        }
        if (outcome.holds()) {
            matching++;
        }
        if (outcome.holds() && !is) {
            enteringCount++;
            keep(entering, subjectKey, () -> Optional.of(candidate.evidence().why(features)));
        } else if (!outcome.holds() && is) {
            leavingCount++;
            keep(leaving, subjectKey, Optional::empty);
        }
    }

    private void keep(List<Example> examples, String subjectKey, Supplier<Optional<LocalizedText>> why) {
        if (examples.size() < mostExamples) {
            examples.add(new Example(subjectKey, why.get()));
        }
    }

    /** What was counted so far. */
    public Counts counts() {
        return new Counts(
                examined, matching, enteringCount, leavingCount, unknown, List.copyOf(entering), List.copyOf(leaving));
    }
}
