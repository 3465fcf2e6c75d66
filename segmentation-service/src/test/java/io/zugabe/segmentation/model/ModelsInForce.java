package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.model.domain.Decision;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.model.domain.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models in force that nobody changes, all with the same bytes. */
public class ModelsInForce implements ModelStore {

    private static final ModelCard CARD =
            new ModelCard("a test", 0, 1, List.of(), List.of(), new Decision(true, "fine"), List.of(), Map.of(), 1);

    private final Map<String, Integer> versions;
    private final byte[] payload;

    public ModelsInForce(Map<String, Integer> versions, byte[] payload) {
        this.versions = versions;
        this.payload = payload;
    }

    @Override
    public Uni<Map<String, Integer>> inForce() {
        return Uni.createFrom().item(versions);
    }

    @Override
    public Uni<Optional<PublishedModel>> load(String kind, int version) {
        return Uni.createFrom().item(Optional.of(new PublishedModel(kind, version, payload, CARD)));
    }

    @Override
    public Uni<Void> saveDrift(String kind, int version, Map<String, Double> populationStability) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<ModelVersion>> list(String kind, String afterKind, int belowVersion, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<Described>> find(String kind, int version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<ModelVersion>> publish(String kind, int version, String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<ModelVersion>> rollBack(String kind, int version, String actor) {
        throw new UnsupportedOperationException();
    }
}
