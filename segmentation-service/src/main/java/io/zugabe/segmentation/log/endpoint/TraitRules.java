package io.zugabe.segmentation.log.endpoint;

import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import io.zugabe.kit.error.Violations;
import java.util.Map;

/** The form of traits. */
final class TraitRules {

    private static final int MOST_TRAITS = 100;
    private static final int LARGEST_TRAIT = 4_096;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_TEXTS = 1_000;
    private static final int LONGEST_UNIT = 40;

    private TraitRules() {}

    static void check(Violations violations, Map<String, AttributeValue> traits) {
        if (!violations.check(
                !traits.isEmpty() && traits.size() <= MOST_TRAITS,
                "traits",
                traits.size(),
                "entries; must be 1 to 100")) {
            return;
        }
        traits.forEach((key, value) -> {
            if (FieldRules.checkKey(violations, "traits", key)) {
                checkValue(violations.at("traits[" + key + "]"), value);
            }
        });
    }

    /** Checks one value; violations name fields below it. */
    static void checkValue(Violations violations, AttributeValue value) {
        if (!violations.check(
                value.getSerializedSize() <= LARGEST_TRAIT,
                "",
                value.getSerializedSize() + " bytes",
                "are too many; must be at most 4,096")) {
            return;
        }
        switch (value.getKindCase()) {
            case TEXT -> FieldRules.checkFreeText(violations, "text", value.getText(), 1, LONGEST_TEXT);
            case NUMBER -> checkNumber(violations, value.getNumber());
            case TRUTH -> {}
            case LIST -> checkList(violations, value.getList());
            case RANGE -> checkRange(violations, value.getRange());
            case KIND_NOT_SET -> violations.add("", "is required: one of text, number, truth, list, range");
        }
    }

    private static void checkNumber(Violations violations, Quantity number) {
        violations.check(Double.isFinite(number.getValue()), "number.value", number.getValue(), "must be finite");
        FieldRules.checkLabel(violations, "number.unit", number.getUnit(), 0, LONGEST_UNIT);
    }

    private static void checkList(Violations violations, TextList list) {
        if (violations.checkSize("list.values", list.getValuesList(), 0, MOST_TEXTS)) {
            for (int i = 0; i < list.getValuesCount(); i++) {
                FieldRules.checkFreeText(violations, "list.values[" + i + "]", list.getValues(i), 1, LONGEST_TEXT);
            }
        }
    }

    private static void checkRange(Violations violations, QuantityRange range) {
        boolean finite = violations.check(
                        Double.isFinite(range.getMin()), "range.min", range.getMin(), "must be finite")
                & violations.check(Double.isFinite(range.getMax()), "range.max", range.getMax(), "must be finite");
        if (finite) {
            violations.check(
                    range.getMin() <= range.getMax(),
                    "range.max",
                    range.getMax(),
                    "must not be below range.min, " + range.getMin());
        }
        FieldRules.checkLabel(violations, "range.unit", range.getUnit(), 0, LONGEST_UNIT);
    }
}
