package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Product;
import java.util.List;

/**
 * Stage 2: what could be offered. Each source is a file beside this one; a product that several
 * sources find is one candidate with several links.
 */
final class Candidates {

    private Candidates() {}

    static List<Candidate> find(
            Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        Gathering gathering = new Gathering();
        for (Product anchor : situation.products().anchors()) {
            Anchor anchored = Anchor.of(anchor, situation);
            CuratedComplements.find(anchored, situation, eligibility, settings, gathering, trace);
            BoughtTogether.find(anchored, situation, gathering);
        }
        if (situation.placement() == Placement.HOME
                && situation.products().anchors().isEmpty()) {
            Popular.find(situation, eligibility, settings, gathering);
        }
        return gathering.finish(trace);
    }
}
