package io.zugabe.recommendation.replica.adapter;

import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attribute values as the texts that a selector may name them by. */
final class AttributeTexts {

    private AttributeTexts() {}

    static Map<String, List<String>> of(Map<String, AttributeValue> attributes) {
        Map<String, List<String>> texts = HashMap.newHashMap(attributes.size());
        attributes.forEach((key, value) -> texts.put(key, of(value)));
        return Map.copyOf(texts);
    }

    private static List<String> of(AttributeValue value) {
        return switch (value.getKindCase()) {
            case TEXT -> List.of(value.getText());
            case TRUTH -> List.of(String.valueOf(value.getTruth()));
            case LIST -> List.copyOf(value.getList().getValuesList());
            case NUMBER -> number(value.getNumber());
            case RANGE -> range(value.getRange());
            case KIND_NOT_SET -> List.of();
        };
    }

    private static List<String> number(Quantity quantity) {
        return withUnit(plain(quantity.getValue()), quantity.getUnit());
    }

    private static List<String> range(QuantityRange range) {
        return withUnit(plain(range.getMin()) + ".." + plain(range.getMax()), range.getUnit());
    }

    private static List<String> withUnit(String number, String unit) {
        return unit.isEmpty() ? List.of(number) : List.of(number, number + " " + unit);
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
