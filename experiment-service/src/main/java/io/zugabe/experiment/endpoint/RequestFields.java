package io.zugabe.experiment.endpoint;

import io.zugabe.kit.error.Violations;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fields that several requests share. */
final class RequestFields {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
    private static final Pattern REQUEST_ID =
            Pattern.compile("([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})?");
    static final int LONGEST_ETAG = 100;

    private RequestFields() {}

    static void checkId(Violations violations, String field, String value) {
        violations.checkPattern(field, value, ID, "must be 1 to 60 characters of [a-z0-9-]");
    }

    /** Control characters other than tab and line break are refused: nobody means them, and NUL cannot be stored. */
    static void checkText(Violations violations, String field, String value, int min, int max) {
        if (violations.checkLength(field, value, min, max)) {
            boolean plain =
                    value.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
            violations.check(plain, field, value, "must not have control characters");
        }
    }

    static void checkRequestId(Violations violations, String value) {
        violations.checkPattern("request_id", value, REQUEST_ID, "must be a UUID");
    }

    static @Nullable UUID requestId(String checked) {
        return checked.isEmpty() ? null : UUID.fromString(checked);
    }

    /** Refuses a request whose experiment id or etag cannot be one. */
    static void requireIdAndEtag(String experimentId, String etag) {
        Violations violations = Violations.ofRequest();
        checkId(violations, "experiment_id", experimentId);
        violations.checkLength("etag", etag, 0, LONGEST_ETAG);
        violations.throwIfAny();
    }

    /** The opaque token that carries a text; see {@link #decoded}. */
    static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The text in a page token; empty if it is none. */
    static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
