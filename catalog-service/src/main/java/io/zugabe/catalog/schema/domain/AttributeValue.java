package io.zugabe.catalog.schema.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The typed value of an attribute. */
public sealed interface AttributeValue {

    /** The value for a person, with its unit: {@code "45 W"}, {@code "AA, AAA"}, {@code "3.6–4.2 V"}. */
    String asText();

    /** The value as expressions see it: text, double, truth value, list of texts, or min and max. */
    Object plain();

    /** What this is called in a message. */
    String kindName();

    /** A text. */
    record Text(String text) implements AttributeValue {
        @Override
        public String asText() {
            return text;
        }

        @Override
        public Object plain() {
            return text;
        }

        @Override
        public String kindName() {
            return "a text";
        }
    }

    /**
     * A number.
     *
     * @param value finite
     * @param unit empty for a plain number
     */
    record Number(double value, String unit) implements AttributeValue {
        @Override
        public String asText() {
            return withUnit(digits(value), unit);
        }

        @Override
        public Object plain() {
            return value;
        }

        @Override
        public String kindName() {
            return "a number";
        }
    }

    /** A truth value. */
    record Truth(boolean truth) implements AttributeValue {
        @Override
        public String asText() {
            return String.valueOf(truth);
        }

        @Override
        public Object plain() {
            return truth;
        }

        @Override
        public String kindName() {
            return "a truth value";
        }
    }

    /** Texts without order or repetition; kept sorted, so that equal lists are equal. */
    record TextList(List<String> values) implements AttributeValue {
        public TextList {
            values = values.stream().distinct().sorted().toList();
        }

        @Override
        public String asText() {
            return String.join(", ", values);
        }

        @Override
        public Object plain() {
            return values;
        }

        @Override
        public String kindName() {
            return "a list";
        }
    }

    /** A closed interval. */
    record Range(double min, double max, String unit) implements AttributeValue {
        @Override
        public String asText() {
            return withUnit(digits(min) + "–" + digits(max), unit);
        }

        @Override
        public Object plain() {
            return Map.of("min", min, "max", max);
        }

        @Override
        public String kindName() {
            return "a range";
        }
    }

    /** A number without exponent or trailing zeros. */
    static String digits(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private static String withUnit(String digits, String unit) {
        return unit.isEmpty() ? digits : digits + " " + unit;
    }
}
