package io.zugabe.recommendation.taste;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.taste.domain.Taste;
import io.zugabe.recommendation.taste.domain.TasteModel;
import jakarta.inject.Singleton;

/** The latest model of taste, for everyone to read, and how far the next one is learned. */
@Singleton
public class TasteModels {

    private final ProductIds ids;
    private volatile Taste current = Taste.NONE;
    private volatile double progress = 1;

    public TasteModels(ProductIds ids, MeterRegistry metrics) {
        this.ids = ids;
        metrics.gauge("zugabe.taste.baskets", this, models -> models.model().baskets());
        metrics.gauge(
                "zugabe.taste.products",
                this,
                models -> models.model().products().size());
        metrics.gauge(
                "zugabe.taste.bytes", this, models -> models.model().weights().bytes());
        metrics.gauge("zugabe.taste.progress", this, models -> models.progress);
    }

    public Taste current() {
        return current;
    }

    TasteModel model() {
        return current.model();
    }

    void publish(TasteModel model, String version) {
        current = Taste.of(model, version, ids::numberOf);
    }

    /** Nothing is known any more. */
    void forget() {
        current = Taste.NONE;
    }

    /** How far the model is that is learned now, in [0, 1]. */
    void progress(double share) {
        progress = share;
    }
}
