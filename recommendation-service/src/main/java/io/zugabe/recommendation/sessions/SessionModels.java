package io.zugabe.recommendation.sessions;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.sessions.domain.SessionModel;
import jakarta.inject.Singleton;

/** The sessions as they are now, for everyone to read. */
@Singleton
public class SessionModels {

    private volatile SessionModel current = SessionModel.EMPTY;

    public SessionModels(MeterRegistry metrics) {
        metrics.gauge("zugabe.sessions", this, models -> models.current.total());
        metrics.gauge("zugabe.sessions.position", this, models -> models.current.position());
    }

    public SessionModel current() {
        return current;
    }

    void publish(SessionModel model) {
        current = model;
    }
}
