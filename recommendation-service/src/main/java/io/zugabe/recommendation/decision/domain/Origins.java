package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.feedback.domain.Segment;

/** What is behind an offer, so that what becomes of it can be counted. */
final class Origins {

    private Origins() {}

    static OfferOrigin of(Special special, Situation situation) {
        return new OfferOrigin(
                special.anchor().id(),
                special.anchor().type().type(),
                special.code(),
                Segment.of(situation.customer().profile()).name(),
                special.acceptance());
    }

    /** Of several anchors the one that it fits is meant, else the first. */
    static OfferOrigin of(Valued valued, Situation situation) {
        Candidate candidate = valued.candidate();
        String segment = Segment.of(situation.customer().profile()).name();
        if (candidate.links().isEmpty()) {
            return new OfferOrigin(
                    "", "", candidate.code(), segment, valued.terms().estimate().expected());
        }
        String first = candidate.links().getFirst().anchor().id();
        String anchor = candidate.fit().map(match -> match.host().id()).orElse(first);
        return new OfferOrigin(
                anchor.equals(candidate.product().id()) ? first : anchor,
                candidate.links().getFirst().anchor().type().type(),
                candidate.code(),
                segment,
                valued.terms().estimate().expected());
    }
}
