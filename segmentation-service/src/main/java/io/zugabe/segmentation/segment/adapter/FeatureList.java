package io.zugabe.segmentation.segment.adapter;

import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.DeclaredFeatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The features that there are now. */
@ApplicationScoped
class FeatureList implements DeclaredFeatures {

    private final CurrentFeatures features;

    FeatureList(CurrentFeatures features) {
        this.features = features;
    }

    @Override
    public Map<String, Feature> all() {
        return features.now().all();
    }
}
