package io.zugabe.segmentation.model.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.model.domain.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Page sizes and opaque tokens of lists of models. */
final class ModelPages {

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1_000;
    private static final Pattern TOKEN = Pattern.compile("([a-z0-9_]{1,40}) (\\d{1,9})");

    private ModelPages() {}

    /** After which model a page begins, and how many it has. */
    record Page(String afterKind, int belowVersion, int size) {}

    static Page read(int pageSize, String pageToken, Violations violations) {
        violations.checkRange("page_size", pageSize, 0, LARGEST_SIZE);
        int size = pageSize == 0 ? USUAL_SIZE : pageSize;
        if (pageToken.isEmpty()) {
            return new Page("", 0, size);
        }
        Matcher token = TOKEN.matcher(decode(pageToken));
        if (!violations.check(token.matches(), "page_token", pageToken, "is no token of a page of this list")) {
            return new Page("", 0, size);
        }
        return new Page(token.group(1), Integer.parseInt(token.group(2)), size);
    }

    static String token(ModelVersion last) {
        byte[] text = (last.kind() + " " + last.version()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
