package io.zugabe.segmentation.assessment;

import io.zugabe.segmentation.segment.RulesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Has everybody assessed again when segments or the treatment policy changed. */
@ApplicationScoped
class AssessOnNewRules {

    private static final Logger LOG = Logger.getLogger(AssessOnNewRules.class);

    private final RequestSweep requestSweep;

    AssessOnNewRules(RequestSweep requestSweep) {
        this.requestSweep = requestSweep;
    }

    void changed(@Observes RulesChanged rules) {
        requestSweep
                .request("rules of revision " + rules.revision())
                .subscribe()
                .with(
                        asked -> {},
                        failure -> LOG.errorf("Customers wait for the daily sweep: %s", failure.getMessage()));
    }
}
