package io.zugabe.segmentation.segment.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import java.util.regex.Pattern;

/** Checks the form of texts in several languages. */
public final class LocalizedTexts {

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}");
    private static final int MOST_LANGUAGES = 40;

    private LocalizedTexts() {}

    /** Notes what is wrong with languages and lengths. */
    public static void check(Violations violations, String field, LocalizedText text, int longest) {
        violations.checkSize(field + ".texts", text.texts().keySet(), 0, MOST_LANGUAGES);
        text.texts().forEach((language, sentence) -> {
            violations.checkPattern(field + ".texts", language, TAG, "must be a language tag like \"en\"");
            String entry = field + ".texts[" + language + "]";
            if (violations.checkLength(entry, sentence, 1, longest)) {
                boolean clean = sentence.chars().noneMatch(Character::isISOControl);
                violations.check(clean, entry, "", "has control characters; must have none");
            }
        });
    }
}
