package io.zugabe.segmentation.log.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The forms of identifiers and keys in events. */
public final class FieldRules {

    private static final Pattern IDENTIFIER = Pattern.compile("[!-~]{1,100}");
    private static final Pattern KEY = Pattern.compile("[a-z0-9_]{1,60}");
    private static final String IDENTIFIER_FORM = "must be 1 to 100 printable ASCII characters without spaces";
    private static final String KEY_FORM = "must be 1 to 60 characters of [a-z0-9_]";
    private static final int LONGEST_NAME = 100;

    private FieldRules() {}

    /** Checks a required identifier. */
    public static boolean checkIdentifier(Violations violations, String field, String value) {
        return isIdentifier(value) || violations.checkPattern(field, value, IDENTIFIER, IDENTIFIER_FORM);
    }

    /** Says the same as {@link #IDENTIFIER}, faster: it is asked several times of every event. */
    private static boolean isIdentifier(String value) {
        if (value.isEmpty() || value.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '!' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Checks a required customer id: an identifier that cannot be mistaken for a visitor's key. */
    public static boolean checkCustomer(Violations violations, String field, String value) {
        return checkIdentifier(violations, field, value)
                && violations.check(
                        !value.startsWith(Subject.VISITOR_PREFIX), field, value, "must not begin with \"v:\"");
    }

    static void checkOptionalIdentifier(Violations violations, String field, String value) {
        if (!value.isEmpty()) {
            checkIdentifier(violations, field, value);
        }
    }

    /** Checks the required id of a product, order, case or promotion. */
    public static void checkName(Violations violations, String field, String value) {
        checkLabel(violations, field, value, 1, LONGEST_NAME);
    }

    /** Checks the id of an order or promotion that may be left out. */
    static void checkOptionalName(Violations violations, String field, String value) {
        checkLabel(violations, field, value, 0, LONGEST_NAME);
    }

    /** Checks a text of one line; control characters would poison whoever stores or shows it. */
    public static void checkLabel(Violations violations, String field, String value, int min, int max) {
        if (violations.checkLength(field, value, min, max)) {
            refuse(violations, field, value, Character::isISOControl, "must have no control characters");
        }
    }

    /** Checks a text in somebody's words, of any number of lines; U+0000 no database stores as text. */
    static void checkFreeText(Violations violations, String field, String value, int min, int max) {
        if (violations.checkLength(field, value, min, max)) {
            refuse(violations, field, value, character -> character == 0, "must not have it");
        }
    }

    /** Names the character by its number and does not repeat it: an answer that holds it poisons as well. */
    private static void refuse(
            Violations violations, String field, String value, IntPredicate forbidden, String expectation) {
        for (int i = 0; i < value.length(); i++) {
            if (forbidden.test(value.charAt(i))) {
                violations.add(
                        field,
                        String.format(
                                Locale.ROOT,
                                "has U+%04X as character %,d; %s",
                                (int) value.charAt(i),
                                i + 1,
                                expectation));
                return;
            }
        }
    }

    static boolean checkKey(Violations violations, String field, String value) {
        return violations.checkPattern(field, value, KEY, KEY_FORM);
    }
}
