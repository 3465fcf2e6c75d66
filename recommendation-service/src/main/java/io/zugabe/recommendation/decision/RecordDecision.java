package io.zugabe.recommendation.decision;

import jakarta.inject.Singleton;

/** Keeps a decision so that it can be explained, and counts it unless it was a preview. */
@Singleton
public class RecordDecision {

    private final RecentDecisions decisions;
    private final DecisionMetrics metrics;

    public RecordDecision(RecentDecisions decisions, DecisionMetrics metrics) {
        this.decisions = decisions;
        this.metrics = metrics;
    }

    /** Never blocks and never fails a decision. */
    public void record(KeptDecision inputs, DecisionRecord decision) {
        decisions.add(inputs);
        if (!decision.request().preview()) {
            metrics.count(decision);
        }
    }
}
