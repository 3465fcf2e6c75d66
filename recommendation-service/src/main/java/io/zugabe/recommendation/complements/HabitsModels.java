package io.zugabe.recommendation.complements;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.complements.domain.Habits;
import jakarta.inject.Singleton;
import java.util.List;

/** The latest habits, for everyone to read, and how far the next ones are learned. */
@Singleton
public class HabitsModels {

    private static final String NO_VERSION = "none";

    private volatile Served current = new Served(Habits.NONE, NO_VERSION);
    private volatile double progress = 1;

    public HabitsModels(MeterRegistry metrics) {
        metrics.gauge("zugabe.habits.orders", this, models -> models.current().orders());
        metrics.gauge(
                "zugabe.habits.complements",
                this,
                models -> models.current().byType().values().stream()
                        .mapToInt(List::size)
                        .sum());
        metrics.gauge("zugabe.habits.progress", this, models -> models.progress);
    }

    /** A model with its version. */
    public record Served(Habits habits, String version) {}

    public Habits current() {
        return current.habits;
    }

    /** The habits in force with their version. */
    public Served served() {
        return current;
    }

    void publish(Habits habits, String version) {
        current = new Served(habits, version);
    }

    /** Nothing is known any more. */
    void forget() {
        current = new Served(Habits.NONE, NO_VERSION);
    }

    /** How far the model is that is learned now, in [0, 1]. */
    void progress(double share) {
        progress = share;
    }
}
