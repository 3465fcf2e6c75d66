package io.zugabe.segmentation.assessment;

import io.quarkus.runtime.StartupEvent;
import io.zugabe.segmentation.model.CurrentModels;
import io.zugabe.segmentation.model.ModelStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Has everybody assessed again when another model is in force. */
@ApplicationScoped
public class SweepAfterModels {

    private static final Logger LOG = Logger.getLogger(SweepAfterModels.class);

    private final CurrentModels current;
    private final ModelStore store;
    private final RequestSweep requestSweep;

    public SweepAfterModels(CurrentModels current, ModelStore store, RequestSweep requestSweep) {
        this.current = current;
        this.store = store;
        this.requestSweep = requestSweep;
    }

    /** Also at the start: whoever published a model may have gone before it could ask. */
    void start(@Observes StartupEvent event) {
        current.onChange(kind -> request());
        request();
    }

    /** Every replica names all models in force, so that they ask for the same sweep. */
    private void request() {
        store.inForce()
                .chain(versions -> requestSweep.request("models", new TreeMap<>(versions).toString()))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "Customers are assessed by other models from the next sweep on only: %s", failure));
    }
}
