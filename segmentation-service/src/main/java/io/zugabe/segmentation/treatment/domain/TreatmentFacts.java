package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a policy decides by.
 *
 * @param features as assessed, with the customer's segments as {@link #SEGMENTS}
 * @param moments when they happened latest; those that never did are absent
 * @param dismissed products whose offer was dismissed, and when latest
 * @param bought products that were bought, and when latest
 */
public record TreatmentFacts(
        FeatureVector features,
        Map<Moment, Instant> moments,
        Map<String, Instant> dismissed,
        Map<String, Instant> bought) {

    /** Name by which conditions call the list of the customer's segments. */
    public static final String SEGMENTS = "segments";

    public TreatmentFacts {
        moments = Map.copyOf(moments);
        dismissed = Map.copyOf(dismissed);
        bought = Map.copyOf(bought);
    }

    /**
     * Facts about a customer.
     *
     * @param segments ids of those that the customer is in
     */
    public static TreatmentFacts of(
            FeatureVector features,
            Collection<String> segments,
            Map<Moment, Instant> moments,
            Map<String, Instant> dismissed,
            Map<String, Instant> bought) {
        Map<String, FeatureValue> values = new HashMap<>(features.values());
        values.put(
                SEGMENTS,
                new FeatureValue.Texts(new TreeSet<>(segments).stream().toList()));
        return new TreatmentFacts(new FeatureVector(values), moments, dismissed, bought);
    }
}
