package io.zugabe.segmentation.model;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.model.domain.ModelCard;
import io.zugabe.segmentation.model.domain.ModelChange;
import io.zugabe.segmentation.model.domain.ModelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where models are kept. */
public interface ModelStore {

    /** Versions after one in the order (kind, newest first). */
    Uni<List<ModelVersion>> list(String kind, String afterKind, int belowVersion, int most);

    /** A version; version 0 is the one in force. */
    Uni<Optional<Described>> find(String kind, int version);

    /** Kind → version in force. */
    Uni<Map<String, Integer>> inForce();

    /** The bytes and card of a version. */
    Uni<Optional<PublishedModel>> load(String kind, int version);

    /**
     * Puts a version in force.
     *
     * @return empty if there is no such version
     * @throws io.zugabe.kit.error.ZugabeException MODEL_NOT_EARNED (through the Uni)
     */
    Uni<Optional<ModelVersion>> publish(String kind, int version, String actor);

    /**
     * Takes the version in force back.
     *
     * @return what is in force then
     * @throws io.zugabe.kit.error.ZugabeException MODEL_NOT_FOUND, MODEL_NOT_PUBLISHED (through the Uni)
     */
    Uni<Optional<ModelVersion>> rollBack(String kind, int version, String actor);

    /** Keeps how far what is scored is from what was trained on, by feature. */
    Uni<Void> saveDrift(String kind, int version, Map<String, Double> populationStability);

    /**
     * A version with all that is known about it.
     *
     * @param drift population stability index by feature
     * @param changes newest first, at most 50
     */
    record Described(ModelVersion version, ModelCard card, Map<String, Double> drift, List<ModelChange> changes) {}
}
