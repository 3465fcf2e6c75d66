package io.zugabe.segmentation.segment.adapter;

import io.zugabe.segmentation.feature.domain.Feature;

/**
 * A text that a feature is compared with and can never be.
 *
 * @param expressionId where it stands
 */
record NoValue(long expressionId, Feature feature, String text) {

    String explained() {
        return "'" + text + "' is no value of " + feature.name() + "; must be one of "
                + String.join(", ", feature.values());
    }
}
