package io.zugabe.segmentation.model.endpoint;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.segmentation.model.CurrentModels;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Notes which kinds of models are followed when the models in force are read for the first time. */
@ApplicationScoped
class FollowedAtStart {

    private final MeterRegistry metrics;
    private final Set<String> kinds = new TreeSet<>();

    FollowedAtStart(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void note(@Observes @Priority(CurrentModels.FOLLOWERS + 99) StartupEvent event) {
        for (Gauge gauge : metrics.find("zugabe.model.version").gauges()) {
            kinds.add(Objects.requireNonNull(gauge.getId().getTag("kind")));
        }
    }

    Set<String> kinds() {
        return kinds;
    }
}
