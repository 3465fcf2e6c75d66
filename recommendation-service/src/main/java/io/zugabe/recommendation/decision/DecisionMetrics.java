package io.zugabe.recommendation.decision;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.decision.domain.Silence;
import io.zugabe.recommendation.decision.domain.StageTrace;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What decisions come to: offers or silence by placement, and what is dropped at which stage. */
@Singleton
public class DecisionMetrics {

    private final MeterRegistry metrics;
    private final Map<Placement, OfPlacement> byPlacement = new EnumMap<>(Placement.class);
    private final Map<String, Counter> droppedByStage = new ConcurrentHashMap<>();

    public DecisionMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Placement placement : Placement.values()) {
            byPlacement.put(placement, new OfPlacement(placement, metrics));
        }
    }

    void count(DecisionRecord decided) {
        Decision decision = decided.decision();
        OfPlacement placement = byPlacement.get(decided.request().placement());
        if (placement != null) {
            placement.count(decided);
        }
        for (StageTrace stage : decision.stages()) {
            Counter known = droppedByStage.get(stage.stage());
            Counter dropped = known != null ? known : droppedByStage.computeIfAbsent(stage.stage(), this::ofStage);
            dropped.increment(stage.entered() - stage.left());
        }
    }

    private Counter ofStage(String stage) {
        return metrics.counter("zugabe.stage.dropped", "stage", stage);
    }

    /** Looked up once: a decision is counted faster than its counter would be found. */
    private static final class OfPlacement {

        private final Counter decided;
        private final Map<Silence, Counter> silent = new EnumMap<>(Silence.class);
        private final Timer duration;
        private final Counter offers;

        OfPlacement(Placement placement, MeterRegistry metrics) {
            this.decided = decisions(placement, "OFFERS", metrics);
            for (Silence silence : Silence.values()) {
                silent.put(silence, decisions(placement, silence.name(), metrics));
            }
            this.duration = metrics.timer("zugabe.decision.duration", "placement", placement.name());
            this.offers = metrics.counter("zugabe.offers", "placement", placement.name());
        }

        private static Counter decisions(Placement placement, String outcome, MeterRegistry metrics) {
            return metrics.counter("zugabe.decisions", "placement", placement.name(), "outcome", outcome);
        }

        void count(DecisionRecord made) {
            made.decision().silence().map(silent::get).orElse(decided).increment();
            duration.record(made.took());
            offers.increment(made.decision().offers().size());
        }
    }
}
