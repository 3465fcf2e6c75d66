package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.model.domain.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a version of a model in force. */
@ApplicationScoped
public class PublishModel {

    private final ModelStore store;
    private final CurrentModels current;

    PublishModel(ModelStore store, CurrentModels current) {
        this.store = store;
        this.current = current;
    }

    /** Puts a version in force; done when this replica uses it. */
    public Uni<ModelVersion> publish(String kind, int version, String actor) {
        return store.publish(kind, version, actor)
                .map(found -> found.orElseThrow(() -> ReadModels.notFound(kind, version)))
                .call(current::refresh);
    }
}
