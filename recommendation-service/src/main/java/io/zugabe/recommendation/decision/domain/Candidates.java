package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Product;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 2: what could be offered. Each source is a file beside this one; a product that several
 * sources find is one candidate with several links.
 */
final class Candidates {

    private Candidates() {}

    static List<Candidate> find(
            Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        Gathering gathering = new Gathering(situation.catalog(), trace.isWriting());
        List<Anchor> anchors = new ArrayList<>(situation.products().anchors().size());
        for (Product anchor : situation.products().anchors()) {
            anchors.add(Anchor.of(anchor, situation));
        }
        for (Anchor anchor : anchors) {
            CuratedComplements.find(anchor, situation, eligibility, settings, gathering, trace);
        }
        BoughtTogetherSets.find(anchors, situation, gathering);
        for (Anchor anchor : anchors) {
            BoughtTogether.find(anchor, situation, gathering);
        }
        for (Anchor anchor : anchors) {
            AlsoBought.find(anchor, situation, gathering);
            SimilarProducts.find(anchor, situation, gathering);
            LearnedComplementProducts.find(anchor, situation, eligibility, settings, gathering);
        }
        ByTaste.find(anchors, situation, eligibility, gathering);
        SessionNeighbours.find(anchors, situation, eligibility, gathering);
        ReplenishmentDue.find(situation, eligibility, gathering);
        PopularInContext.find(situation, eligibility, settings, gathering);
        if (situation.placement() == Placement.HOME
                && situation.products().anchors().isEmpty()) {
            Popular.find(situation, eligibility, settings, gathering);
        }
        Promoted.find(anchors, situation, eligibility, gathering);
        Pushed.find(anchors, situation, eligibility, gathering, trace);
        return gathering.finish(trace);
    }
}
