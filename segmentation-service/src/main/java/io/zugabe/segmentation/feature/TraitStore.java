package io.zugabe.segmentation.feature;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.feature.domain.Feature;
import java.util.List;
import java.util.Map;

/** Which traits were ever used. */
public interface TraitStore {

    /** The features of all traits, at most as many as {@link CurrentFeatures#MOST_TRAITS}. */
    Uni<List<Feature>> load();

    /**
     * Notes traits that are new; those that somebody else noted meanwhile stay as they are.
     *
     * @param traits their features, by the trait's key
     */
    Uni<Void> add(Map<String, Feature> traits);
}
