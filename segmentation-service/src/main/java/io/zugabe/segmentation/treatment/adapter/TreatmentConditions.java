package io.zugabe.segmentation.treatment.adapter;

import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.DeclaredFeatures;
import io.zugabe.segmentation.segment.adapter.CelConditions;
import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.treatment.TreatmentCompiler;
import io.zugabe.segmentation.treatment.domain.TreatmentFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** Compiles conditions over the features that there are now, and a customer's segments. */
@ApplicationScoped
public class TreatmentConditions implements TreatmentCompiler {

    private static final Feature SEGMENTS = new Feature(
            TreatmentFacts.SEGMENTS,
            Feature.Type.TEXTS,
            "",
            "now",
            "rules of segments",
            "",
            "Ids of the segments that the customer is in.");

    private final DeclaredFeatures features;
    private volatile Language language;

    public TreatmentConditions(DeclaredFeatures features) {
        this.features = features;
        this.language = Language.of(features.all());
    }

    @Override
    public Condition compile(String source) {
        Map<String, Feature> now = features.all();
        Language present = language;
        if (!present.features().equals(now)) {
            present = Language.of(now);
            language = present;
        }
        return present.conditions().compile(source);
    }

    private record Language(Map<String, Feature> features, CelConditions conditions) {

        static Language of(Map<String, Feature> features) {
            Map<String, Feature> all = new HashMap<>(features);
            all.put(SEGMENTS.name(), SEGMENTS);
            return new Language(features, new CelConditions(all.values()));
        }
    }
}
