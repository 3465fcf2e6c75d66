package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.model.ModelStore.Described;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Says what a model is worth. */
@ApplicationScoped
public class ReadModels {

    private final ModelStore store;

    ReadModels(ModelStore store) {
        this.store = store;
    }

    /** A version with its card; version 0 is the one in force. */
    public Uni<Described> read(String kind, int version) {
        return store.find(kind, version).map(found -> found.orElseThrow(() -> notFound(kind, version)));
    }

    static ZugabeException notFound(String kind, int version) {
        return ZugabeException.of(
                SegmentationReason.MODEL_NOT_FOUND,
                version == 0
                        ? "no model of kind \"" + kind + "\" is in force"
                        : "there is no version " + version + " of \"" + kind + "\"",
                Map.of("kind", kind));
    }
}
