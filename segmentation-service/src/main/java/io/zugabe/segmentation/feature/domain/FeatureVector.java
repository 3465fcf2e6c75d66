package io.zugabe.segmentation.feature.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The features of one customer at one time.
 *
 * @param values by feature name; a feature that is not known of this customer is absent
 */
public record FeatureVector(Map<String, FeatureValue> values) {

    public FeatureVector {
        values = Map.copyOf(values);
    }

    /** The value of a feature; empty if it is not known of this customer. */
    public Optional<FeatureValue> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** These and other features; those of the same name are replaced. */
    public FeatureVector with(Map<String, FeatureValue> others) {
        Map<String, FeatureValue> union = new HashMap<>(values);
        union.putAll(others);
        return new FeatureVector(union);
    }
}
