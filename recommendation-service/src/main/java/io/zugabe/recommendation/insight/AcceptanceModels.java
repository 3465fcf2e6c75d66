package io.zugabe.recommendation.insight;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.insight.domain.Acceptance;
import jakarta.inject.Singleton;

/** How offers are taken, as of now, for everyone to read. */
@Singleton
public class AcceptanceModels {

    private volatile Acceptance current = Acceptance.EMPTY;

    public AcceptanceModels(MeterRegistry metrics) {
        metrics.gauge("zugabe.acceptance.combinations", this, models -> models.current.size());
        metrics.gauge("zugabe.acceptance.position", this, models -> models.current.position());
    }

    public Acceptance current() {
        return current;
    }

    void publish(Acceptance acceptance) {
        current = acceptance;
    }
}
