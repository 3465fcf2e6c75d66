package io.zugabe.segmentation.log.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.log.domain.Subject;
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
        return violations.checkPattern(field, value, IDENTIFIER, IDENTIFIER_FORM);
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

    /** Checks the id of a product, order, case or promotion. */
    static void checkName(Violations violations, String field, String value) {
        violations.checkLength(field, value, 1, LONGEST_NAME);
    }

    static boolean checkKey(Violations violations, String field, String value) {
        return violations.checkPattern(field, value, KEY, KEY_FORM);
    }
}
