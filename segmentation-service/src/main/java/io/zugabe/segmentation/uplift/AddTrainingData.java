package io.zugabe.segmentation.uplift;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.uplift.domain.DatasetRow;
import io.zugabe.segmentation.uplift.domain.DeclaredFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Adds rows of an experiment to a data set. */
@ApplicationScoped
public class AddTrainingData {

    private static final long MOST_ROWS = 5_000_000;

    private final TrainingDataStore store;

    AddTrainingData(TrainingDataStore store) {
        this.store = store;
    }

    /**
     * Makes the data set unless it exists.
     *
     * @throws ZugabeException DATASET_FEATURES_DIFFER (through the Uni)
     */
    public Uni<Void> open(String dataset, List<DeclaredFeature> features, String actor) {
        return store.open(dataset, features, actor)
                .invoke(existing -> {
                    if (!existing.equals(features)) {
                        throw ZugabeException.of(
                                SegmentationReason.DATASET_FEATURES_DIFFER,
                                "data set \"" + dataset + "\" has the features " + names(existing) + ", not "
                                        + names(features),
                                Map.of("dataset", dataset));
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Adds rows; durable when done.
     *
     * @throws ZugabeException DATASET_FULL (through the Uni)
     */
    public Uni<Void> add(String dataset, List<DatasetRow> rows) {
        return store.add(dataset, rows, MOST_ROWS)
                .invoke(added -> {
                    if (!added) {
                        throw ZugabeException.of(
                                SegmentationReason.DATASET_FULL,
                                "data set \"" + dataset + "\" has room for " + MOST_ROWS + " rows; these do not fit in",
                                Map.of("dataset", dataset));
                    }
                })
                .replaceWithVoid();
    }

    private static List<String> names(List<DeclaredFeature> features) {
        return features.stream()
                .map(feature -> feature.name() + (feature.text() ? " (text)" : " (number)"))
                .toList();
    }
}
