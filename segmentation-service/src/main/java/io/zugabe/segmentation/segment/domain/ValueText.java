package io.zugabe.segmentation.segment.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Values of features as people read them. */
final class ValueText {

    private static final int MOST_TEXTS = 10;
    private static final int DECIMALS = 2;

    private ValueText() {}

    static String of(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Number(double number) -> number(number);
            case FeatureValue.Truth(boolean holds) -> holds ? "true" : "false";
            case FeatureValue.Text(String text) -> text;
            case FeatureValue.Texts(List<String> texts) -> texts(texts);
        };
    }

    /** With two decimals at most; small numbers with two digits that count. */
    private static String number(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        int firstDigit = exact.scale() - exact.precision();
        int scale = Math.max(DECIMALS, Math.min(firstDigit + DECIMALS, 2 * DECIMALS));
        BigDecimal rounded = exact.setScale(scale, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String texts(List<String> texts) {
        String shown = String.join(", ", texts.subList(0, Math.min(MOST_TEXTS, texts.size())));
        return texts.size() > MOST_TEXTS ? shown + " and " + (texts.size() - MOST_TEXTS) + " more" : shown;
    }
}
