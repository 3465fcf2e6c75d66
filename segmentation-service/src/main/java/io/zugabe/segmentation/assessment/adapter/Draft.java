package io.zugabe.segmentation.assessment.adapter;

import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.v1.Assessment;
import java.time.Instant;
import java.util.Map;

/** An assessment in the making. */
public final class Draft {

    private final Profile profile;
    private final Instant now;
    private final Assessment.Builder message = Assessment.newBuilder();
    private FeatureVector features;

    public Draft(Profile profile, Instant now, FeatureVector features) {
        this.profile = profile;
        this.now = now;
        this.features = features;
    }

    /** Of the whole group: the customer with their visitors and merged customers. */
    public Profile profile() {
        return profile;
    }

    /** When it is made. */
    public Instant now() {
        return now;
    }

    /** The features, with the derived ones of earlier steps. */
    public FeatureVector features() {
        return features;
    }

    /** Adds a derived feature, see {@link io.zugabe.segmentation.feature.domain.DerivedFeatures}. */
    public void add(Feature feature, FeatureValue value) {
        features = features.with(Map.of(feature.name(), value));
    }

    /**
     * What is served; a step sets its own part. Of segments, since_time may be left out: it is carried on
     * from the assessment before.
     */
    public Assessment.Builder message() {
        return message;
    }
}
