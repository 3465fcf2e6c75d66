package io.zugabe.segmentation.segment;

import io.zugabe.segmentation.feature.domain.Feature;
import java.util.Map;

/** The features that there are. */
public interface DeclaredFeatures {

    /** All features by name; another map whenever there are others. */
    Map<String, Feature> all();
}
