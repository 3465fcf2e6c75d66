package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.segment.domain.LocalizedText;

/**
 * A rule of a policy, as it was written.
 *
 * @param id [a-z0-9_-]
 * @param description by language; may be empty
 * @param who whom it is about
 * @param whenUnknown whether it also counts where its condition is unknown or fails
 * @param reasonCode [A-Z0-9_]
 */
public record TreatmentRule(
        String id, LocalizedText description, Who who, boolean whenUnknown, String reasonCode, Effects effects) {

    /** Whom a rule is about. */
    public sealed interface Who {

        /** The members of a segment. */
        record Members(String segmentId) implements Who {}

        /** Those for whom an expression over features and segments is true. */
        record Matching(String expression) implements Who {}

        /** The same as an expression. */
        default String expression() {
            return switch (this) {
                case Members(String segmentId) -> "\"" + segmentId + "\" in " + TreatmentFacts.SEGMENTS;
                case Matching(String expression) -> expression;
            };
        }
    }
}
