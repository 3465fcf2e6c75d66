package io.zugabe.segmentation.assessment;

import io.zugabe.segmentation.segment.RulesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Has everybody assessed again when segments or the treatment policy changed, or what comes with the
 * service: built-in segments, the default policy, how features are computed.
 */
@ApplicationScoped
class AssessOnNewRules {

    private static final Logger LOG = Logger.getLogger(AssessOnNewRules.class);

    private final RequestSweep requestSweep;
    private final String release;

    AssessOnNewRules(RequestSweep requestSweep, @ConfigProperty(name = "quarkus.application.version") String release) {
        this.requestSweep = requestSweep;
        this.release = release;
    }

    void changed(@Observes RulesChanged rules) {
        requestSweep
                .request("rules", "of revision " + rules.revision() + ", release " + release)
                .subscribe()
                .with(
                        asked -> {},
                        failure -> LOG.errorf("Customers wait for the daily sweep: %s", failure.getMessage()));
    }
}
