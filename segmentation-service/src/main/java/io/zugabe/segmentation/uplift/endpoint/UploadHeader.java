package io.zugabe.segmentation.uplift.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.uplift.domain.DeclaredFeature;
import io.zugabe.segmentation.v1.FeatureDeclaration;
import io.zugabe.segmentation.v1.UploadTrainingDataRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an upload says of itself first. */
record UploadHeader(String dataset, List<DeclaredFeature> features) {

    static final Pattern DATASET = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    static final String DATASET_FORM = "must be 1 to 100 characters of [A-Za-z0-9._-]";

    private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final int MOST_FEATURES = 200;

    /** Reads the header of the first message; throws ZugabeException with every invalid field. */
    static UploadHeader read(UploadTrainingDataRequest first) {
        Violations violations = Violations.ofRequest();
        if (!first.hasHeader()) {
            violations.add("header", "is required in the first message");
            violations.throwIfAny();
        }
        UploadTrainingDataRequest.Header header = first.getHeader();
        violations.checkPattern("header.dataset", header.getDataset(), DATASET, DATASET_FORM);
        violations.checkSize("header.features", header.getFeaturesList(), 1, MOST_FEATURES);
        Set<String> names = new HashSet<>();
        List<DeclaredFeature> features = new ArrayList<>();
        for (int i = 0; i < header.getFeaturesCount(); i++) {
            FeatureDeclaration feature = header.getFeatures(i);
            String field = "header.features[" + i + "]";
            violations.checkPattern(
                    field + ".name",
                    feature.getName(),
                    FEATURE,
                    "must be 1 to 60 characters of [a-z0-9_], starting with a letter");
            violations.check(names.add(feature.getName()), field + ".name", feature.getName(), "is declared twice");
            features.add(new DeclaredFeature(feature.getName(), text(feature, field, violations)));
        }
        violations.throwIfAny();
        return new UploadHeader(header.getDataset(), features);
    }

    private static boolean text(FeatureDeclaration feature, String field, Violations violations) {
        return switch (feature.getType()) {
            case TYPE_TEXT -> true;
            case TYPE_NUMBER -> false;
            case TYPE_UNSPECIFIED, UNRECOGNIZED -> {
                violations.add(field + ".type", "must be TYPE_NUMBER or TYPE_TEXT");
                yield false;
            }
        };
    }
}
