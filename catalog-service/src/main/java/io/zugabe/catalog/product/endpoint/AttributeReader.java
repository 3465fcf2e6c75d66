package io.zugabe.catalog.product.endpoint;

import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.product.domain.CanonicalAttributes;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.v1.Product;
import io.zugabe.common.v1.TextList;
import io.zugabe.kit.error.Violations;
import java.util.HashMap;
import java.util.Map;

/** Reads the attributes of a product by its type's declarations, those among them that could not be read before. */
public final class AttributeReader {

    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_LIST = 1_000;
    private static final int LONGEST_UNIT = 20;

    private AttributeReader() {}

    /**
     * @param keepUnreadable whether values that cannot be read are kept with a flag rather than refused
     */
    static CanonicalAttributes read(Schema schema, Product message, boolean keepUnreadable, Violations violations) {
        Map<String, io.zugabe.common.v1.AttributeValue> sent = new HashMap<>();
        message.getAttributeFlagsList().forEach(flag -> sent.put(flag.getAttribute(), flag.getValue()));
        sent.putAll(message.getAttributesMap());
        violations.checkSize("attributes", sent.keySet(), 0, MOST);
        Map<String, AttributeValue> values = new HashMap<>();
        sent.forEach((key, value) -> {
            String field = "attributes[" + key + "]";
            if (Fields.checkKey(violations, field, key) && checkValue(violations, field, value)) {
                values.put(key, ProductMessages.toValue(value));
            }
        });
        CanonicalAttributes read = CanonicalAttributes.of(schema, message.getType(), values);
        if (!keepUnreadable) {
            read.flags()
                    .forEach((key, flag) ->
                            violations.add("attributes[" + key + "]", "\"" + shown(flag.value()) + "\" " + flag.why()));
        }
        return read;
    }

    private static String shown(AttributeValue value) {
        String text = value.asText();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    /** Notes what is wrong with a value, whatever its attribute; whether nothing is. */
    public static boolean checkValue(Violations violations, String field, io.zugabe.common.v1.AttributeValue value) {
        return switch (value.getKindCase()) {
            case TEXT -> violations.checkLength(field, value.getText(), 1, LONGEST_TEXT);
            case TRUTH -> true;
            case NUMBER ->
                finite(violations, field, value.getNumber().getValue())
                        && violations.checkLength(
                                field + ".unit", value.getNumber().getUnit(), 0, LONGEST_UNIT);
            case LIST -> checkList(violations, field, value.getList());
            case RANGE ->
                finite(violations, field, value.getRange().getMin())
                        && finite(violations, field, value.getRange().getMax())
                        && violations.check(
                                value.getRange().getMin() <= value.getRange().getMax(),
                                field,
                                value.getRange().getMax(),
                                "is below the lower bound " + value.getRange().getMin())
                        && violations.checkLength(
                                field + ".unit", value.getRange().getUnit(), 0, LONGEST_UNIT);
            case KIND_NOT_SET -> {
                violations.add(field, "has no value; leave out what is not known");
                yield false;
            }
        };
    }

    private static boolean finite(Violations violations, String field, double value) {
        return violations.check(Double.isFinite(value), field, value, "must be a finite number");
    }

    private static boolean checkList(Violations violations, String field, TextList list) {
        boolean holds = violations.checkSize(field, list.getValuesList(), 0, LONGEST_LIST);
        for (int i = 0; holds && i < list.getValuesCount(); i++) {
            holds = violations.checkLength(field + ".values[" + i + "]", list.getValues(i), 1, LONGEST_TEXT);
        }
        return holds;
    }
}
