package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A bound for prices.
 *
 * @param amount in the shop's currency; empty for none
 * @param share a share of something known about the customer; empty for none
 */
public record PriceCeiling(OptionalDouble amount, Optional<Share> share) {

    /** The lower of what is known of the customer; empty if nothing is. */
    OptionalDouble of(FeatureVector features) {
        return DoubleStream.concat(amount.stream(), share.stream().flatMapToDouble(each -> each.of(features).stream()))
                .min();
    }

    /**
     * A number known about the customer, multiplied.
     *
     * @param feature its name
     * @param factor above 0
     */
    public record Share(String feature, double factor) {

        private OptionalDouble of(FeatureVector features) {
            return features.get(feature)
                    .filter(FeatureValue.Number.class::isInstance)
                    .map(FeatureValue.Number.class::cast)
                    .map(FeatureValue.Number::value)
                    .filter(Double::isFinite)
                    .map(value -> OptionalDouble.of(Math.max(0, value * factor)))
                    .orElse(OptionalDouble.empty());
        }
    }
}
