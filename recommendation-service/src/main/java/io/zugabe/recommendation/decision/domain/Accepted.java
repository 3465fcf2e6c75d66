package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.feedback.domain.Segment;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.insight.domain.Cells;

/** What feedback says of the candidates of one decision: each is asked by numbers, in a few reads of primitive maps. */
final class Accepted {

    private final Acceptance acceptance;
    private final int placement;
    private final int segment;

    Accepted(Situation situation) {
        this.acceptance = situation.snapshot().acceptance();
        this.placement = Acceptance.placementNumber(situation.placement());
        this.segment = Cells.segmentNumber(Segment.of(situation.customer().profile()));
    }

    /**
     * How likely a candidate is taken.
     *
     * @param expected before any feedback
     */
    Acceptance.Estimate of(Candidate candidate, double expected) {
        return acceptance.estimate(
                candidate.product().number(),
                type(candidate),
                placement,
                acceptance.sourceNumber(candidate.code()),
                segment,
                expected);
    }

    /** Whether a candidate is not offered any more because nobody ever cared for it here. */
    boolean isRetired(Candidate candidate) {
        return acceptance.isRetired(candidate.product().number(), type(candidate), placement);
    }

    private int type(Candidate candidate) {
        return candidate.links().isEmpty()
                ? Acceptance.UNKNOWN
                : acceptance.typeNumber(
                        candidate.links().getFirst().anchor().type().type());
    }
}
