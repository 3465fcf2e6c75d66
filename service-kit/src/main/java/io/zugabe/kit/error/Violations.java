package io.zugabe.kit.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Collects the invalid fields of one request or item. Every check returns whether it held, so that
 * later checks can depend on earlier ones.
 */
public final class Violations {

    private static final int LONGEST_VALUE = 80;
    private static final int MOST = 50;

    private final String prefix;
    private final List<FieldViolation> found;

    private Violations(String prefix, List<FieldViolation> found) {
        this.prefix = prefix;
        this.found = found;
    }

    /** No violations yet, for fields of the request itself. */
    public static Violations ofRequest() {
        return new Violations("", new ArrayList<>());
    }

    /** The same collection, for the fields below one field ({@code "cart[2]"}). */
    public Violations at(String field) {
        return new Violations(path(field) + ".", found);
    }

    /**
     * Notes a violation unless a condition holds.
     *
     * @param value the offending value, quoted (and shortened) in the description
     * @param expectation what would be right, for instance {@code "must be 1 to 100 characters"}
     */
    public boolean check(boolean holds, String field, Object value, String expectation) {
        if (!holds) {
            add(field, "\"" + shorten(String.valueOf(value)) + "\" " + expectation);
        }
        return holds;
    }

    /** Notes a violation unless a text has a length in [min, max]. */
    public boolean checkLength(String field, String value, int min, int max) {
        if (value.isEmpty() && min > 0) {
            add(field, "is required");
            return false;
        }
        boolean holds = value.length() >= min && value.length() <= max;
        if (!holds) { // formatted only then: this is asked of every text of every product
            String expectation =
                    String.format(Locale.ROOT, "has %,d characters; must have %,d to %,d", value.length(), min, max);
            check(false, field, value, expectation);
        }
        return holds;
    }

    /** Notes a violation unless a text matches a pattern. */
    public boolean checkPattern(String field, String value, Pattern pattern, String expectation) {
        if (value.isEmpty() && !pattern.matcher("").matches()) {
            add(field, "is required: " + expectation);
            return false;
        }
        return check(pattern.matcher(value).matches(), field, value, expectation);
    }

    /** Notes a violation unless a list has a size in [min, max]. */
    public boolean checkSize(String field, Collection<?> values, int min, int max) {
        boolean holds = values.size() >= min && values.size() <= max;
        if (!holds) {
            add(field, String.format(Locale.ROOT, "has %,d entries; must have %,d to %,d", values.size(), min, max));
        }
        return holds;
    }

    /** Notes a violation unless a number is in [min, max]. */
    public boolean checkRange(String field, long value, long min, long max) {
        boolean holds = value >= min && value <= max;
        if (!holds) {
            check(false, field, value, String.format(Locale.ROOT, "must be %,d to %,d", min, max));
        }
        return holds;
    }

    /** Notes a violation. */
    public void add(String field, String description) {
        if (found.size() < MOST) {
            found.add(new FieldViolation(path(field), description));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was found so far; at most 50. */
    public List<FieldViolation> found() {
        return List.copyOf(found);
    }

    /** Refuses the request if anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw ZugabeException.invalid(found);
        }
    }

    private String path(String field) {
        return field.isEmpty() && prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix + field;
    }

    private static String shorten(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
