package io.zugabe.catalog.rule.adapter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How large a value in an expression can get.
 *
 * @param length characters of a text, entries of a list
 * @param entry the largest entry of a list; null for all else
 * @param repeats as a regular expression: how many times its length it unfolds to, 1 without repetitions
 */
record ValueSize(double length, @Nullable ValueSize entry, double repeats) {

    static final ValueSize SCALAR = text(24);

    private static final double UNBOUNDED = 1e9;
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,6})(?:,(\\d{0,6}))?}");

    static ValueSize text(double length) {
        return new ValueSize(length, null, 1);
    }

    static ValueSize list(double length, ValueSize entry) {
        return new ValueSize(length, entry, 1);
    }

    /** The size of what an expression sees of a product. */
    static ValueSize of(@Nullable Object value) {
        if (value instanceof String text) {
            return new ValueSize(text.length(), null, repeats(text));
        }
        if (value instanceof List<?> list) {
            return list(list.size(), list.stream().map(ValueSize::of).reduce(text(0), ValueSize::larger));
        }
        return SCALAR;
    }

    ValueSize larger(ValueSize other) {
        ValueSize largest = entry == null ? other.entry : other.entry == null ? entry : entry.larger(other.entry);
        return new ValueSize(Math.max(length, other.length), largest, Math.max(repeats, other.repeats));
    }

    /** The two behind each other. Braces of both could make one repetition. */
    ValueSize plus(ValueSize other) {
        ValueSize sum = larger(other);
        double product = repeats == 1 && other.repeats == 1 ? 1 : UNBOUNDED;
        return new ValueSize(length + other.length, sum.entry, product);
    }

    /** Steps to see that it equals another of its size. */
    double comparison() {
        return entry == null ? 1 + length / 16 : length * (5 + entry.comparison());
    }

    /** States of the machine that a regular expression of this length becomes. */
    double states() {
        return (2 * length + 4) * repeats;
    }

    private static double repeats(String text) {
        if (text.indexOf('{') < 0) {
            return 1;
        }
        double product = 2;
        Matcher repetition = REPETITION.matcher(text);
        while (repetition.find()) {
            String most = repetition.group(2);
            product *= Math.max(
                    Double.parseDouble(repetition.group(1)),
                    most == null || most.isEmpty() ? 1 : Double.parseDouble(most));
        }
        return product;
    }
}
