package io.zugabe.segmentation.feature.domain;

import java.util.Map;
import java.util.Optional;

/**
 * The features of one customer at one time.
 *
 * @param values by feature name; a feature that is not known of this customer is absent
 */
public record FeatureVector(Map<String, FeatureValue> values) {

    /** The value of a feature; empty if it is not known of this customer. */
    public Optional<FeatureValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
