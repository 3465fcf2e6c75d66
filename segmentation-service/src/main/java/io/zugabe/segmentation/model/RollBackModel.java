package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.model.domain.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes the version of a model that is in force back. */
@ApplicationScoped
public class RollBackModel {

    private final ModelStore store;
    private final CurrentModels current;

    RollBackModel(ModelStore store, CurrentModels current) {
        this.store = store;
        this.current = current;
    }

    /**
     * Takes a version back; done when this replica uses what it replaced.
     *
     * @return what is in force now
     */
    public Uni<Optional<ModelVersion>> rollBack(String kind, int version, String actor) {
        return store.rollBack(kind, version, actor).call(current::refresh);
    }
}
