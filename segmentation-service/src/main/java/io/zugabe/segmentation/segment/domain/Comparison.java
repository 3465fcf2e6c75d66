package io.zugabe.segmentation.segment.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import java.util.Optional;

/**
 * A feature compared with a constant.
 *
 * @param feature its name
 * @param relation what it is compared by, with the feature on the left
 * @param bound what it is compared with
 */
public record Comparison(String feature, Relation relation, FeatureValue bound) {

    /** Relations, as they are shown. */
    public enum Relation {
        LESS("<"),
        AT_MOST("≤"),
        EQUAL("="),
        OTHER("≠"),
        AT_LEAST("≥"),
        GREATER(">");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** The same with both sides exchanged. */
        public Relation mirrored() {
            return switch (this) {
                case LESS -> GREATER;
                case AT_MOST -> AT_LEAST;
                case EQUAL -> EQUAL;
                case OTHER -> OTHER;
                case AT_LEAST -> AT_MOST;
                case GREATER -> LESS;
            };
        }

        private boolean holds(int sign) {
            return switch (this) {
                case LESS -> sign < 0;
                case AT_MOST -> sign <= 0;
                case EQUAL -> sign == 0;
                case OTHER -> sign != 0;
                case AT_LEAST -> sign >= 0;
                case GREATER -> sign > 0;
            };
        }
    }

    /** The bound as it may be shown beside a value: only where it is one, and more than the value says itself. */
    Optional<String> shownBeside(FeatureValue value) {
        boolean shown = switch (value) {
            case FeatureValue.Number(double number) ->
                bound instanceof FeatureValue.Number(double limit)
                        && relation.holds(Double.compare(number, limit))
                        && relation != Relation.EQUAL;
            case FeatureValue.Text(String text) ->
                bound instanceof FeatureValue.Text(String other)
                        && relation != Relation.EQUAL
                        && relation.holds(text.compareTo(other));
            case FeatureValue.Truth _, FeatureValue.Texts _ -> false;
        };
        return shown ? Optional.of(relation.sign + " " + ValueText.of(bound)) : Optional.empty();
    }
}
