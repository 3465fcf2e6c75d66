package io.zugabe.catalog.product.endpoint;

import io.zugabe.common.v1.LocalizedText;
import io.zugabe.kit.error.Violations;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks that fields of several messages have in common. */
public final class Fields {

    /** Identifiers that a shop gives. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

    /** Keys of types, attributes and needs. */
    public static final Pattern KEY = Pattern.compile("[a-z0-9_]{1,60}");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int LONGEST_ID = 100;
    private static final int MOST_LANGUAGES = 40;
    private static final int LONGEST_TEXT = 5_000;

    private Fields() {}

    /** Whether a text is an identifier. Without a pattern: batches and checks ask this of hundreds of ids. */
    public static boolean isId(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '.' && c != '_' && c != ':' && c != '/') {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= LONGEST_ID;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Notes a violation unless a text is an identifier. */
    public static boolean checkId(Violations violations, String field, String value) {
        return isId(value)
                || violations.checkPattern(field, value, ID, "must be 1 to 100 characters of A-Z a-z 0-9 . _ : / -");
    }

    /** Notes a violation unless a text is a key. */
    public static boolean checkKey(Violations violations, String field, String value) {
        return violations.checkPattern(field, value, KEY, "must be 1 to 60 characters of a-z 0-9 _");
    }

    /** Notes what is wrong with a text in several languages. */
    public static void checkText(Violations violations, String field, LocalizedText text, boolean required) {
        Map<String, String> texts = text.getTextsMap();
        violations.checkSize(field + ".texts", texts.keySet(), required ? 1 : 0, MOST_LANGUAGES);
        texts.forEach((language, value) -> {
            String path = field + ".texts[" + language + "]";
            violations.check(
                    LANGUAGE.matcher(language).matches(),
                    path,
                    language,
                    "must be a BCP 47 language tag such as \"de\"");
            violations.checkLength(path, value, required ? 1 : 0, LONGEST_TEXT);
        });
    }

    /** Notes violations of a list of product ids. */
    public static void checkIds(Violations violations, String field, List<String> ids, int most) {
        if (violations.checkSize(field, ids, 1, most)) {
            for (int i = 0; i < ids.size(); i++) {
                if (!isId(ids.get(i))) { // the field is named only if something is wrong: there are many ids
                    checkId(violations, field + "[" + i + "]", ids.get(i));
                }
            }
        }
    }
}
