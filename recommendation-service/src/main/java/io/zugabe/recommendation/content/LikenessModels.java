package io.zugabe.recommendation.content;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.content.domain.Likeness;
import jakarta.inject.Singleton;

/** What products without sales are like, for everyone to read, and how far the next comparison is. */
@Singleton
public class LikenessModels {

    private static final String NO_VERSION = "none";

    private volatile Served current = new Served(Likeness.NONE, NO_VERSION);
    private volatile double progress = 1;

    public LikenessModels(MeterRegistry metrics) {
        metrics.gauge(
                "zugabe.likeness.products",
                this,
                models -> models.current.likeness.rows().size());
        metrics.gauge("zugabe.likeness.progress", this, models -> models.progress);
    }

    /** A model with its version. */
    public record Served(Likeness likeness, String version) {}

    /** The model in force with its version. */
    public Served served() {
        return current;
    }

    void publish(Likeness likeness, String version) {
        current = new Served(likeness, version);
    }

    /** Nothing is known any more. */
    void forget() {
        current = new Served(Likeness.NONE, NO_VERSION);
    }

    /** How far the model is that is made now, in [0, 1]. */
    void progress(double share) {
        progress = share;
    }
}
