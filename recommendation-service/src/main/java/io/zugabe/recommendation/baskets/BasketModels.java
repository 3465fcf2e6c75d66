package io.zugabe.recommendation.baskets;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.baskets.domain.BasketModel;
import jakarta.inject.Singleton;

/** The latest model of what was bought together, for everyone to read. */
@Singleton
public class BasketModels {

    private volatile BasketModel current = BasketModel.EMPTY;

    public BasketModels(MeterRegistry metrics) {
        metrics.gauge("zugabe.baskets", this, models -> models.current.total());
        metrics.gauge("zugabe.baskets.position", this, models -> models.current.position());
    }

    public BasketModel current() {
        return current;
    }

    void publish(BasketModel model) {
        current = model;
    }
}
