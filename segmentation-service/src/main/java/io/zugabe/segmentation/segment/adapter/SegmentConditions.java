package io.zugabe.segmentation.segment.adapter;

import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.segment.DeclaredFeatures;
import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.ConditionCompiler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Compiles conditions over the features that there are now. */
@ApplicationScoped
class SegmentConditions implements ConditionCompiler {

    private final DeclaredFeatures features;
    private volatile Language language = new Language(Map.of(), new CelConditions(List.of()));

    SegmentConditions(DeclaredFeatures features) {
        this.features = features;
    }

    @Override
    public Condition compile(String source) {
        Map<String, Feature> now = features.all();
        Language present = language;
        if (!present.features().equals(now)) {
            present = new Language(now, new CelConditions(now.values()));
            language = present;
        }
        return present.conditions().compile(source);
    }

    private record Language(Map<String, Feature> features, CelConditions conditions) {}
}
