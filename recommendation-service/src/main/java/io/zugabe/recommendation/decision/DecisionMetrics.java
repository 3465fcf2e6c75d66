package io.zugabe.recommendation.decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.Silence;
import io.zugabe.recommendation.decision.domain.StageTrace;
import jakarta.inject.Singleton;

/** What decisions come to: offers or silence by placement, and what is dropped at which stage. */
@Singleton
public class DecisionMetrics {

    private final MeterRegistry metrics;

    public DecisionMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void count(DecisionRecord decided) {
        Decision decision = decided.decision();
        String placement = decided.request().placement().name();
        String outcome = decision.silence().map(Silence::name).orElse("OFFERS");
        metrics.counter("zugabe.decisions", "placement", placement, "outcome", outcome)
                .increment();
        metrics.timer("zugabe.decision.duration", "placement", placement).record(decided.took());
        metrics.counter("zugabe.offers", "placement", placement)
                .increment(decision.offers().size());
        for (StageTrace stage : decision.stages()) {
            metrics.counter("zugabe.stage.dropped", "stage", stage.stage()).increment(stage.entered() - stage.left());
        }
    }
}
