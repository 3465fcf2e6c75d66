package io.zugabe.segmentation.model.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.model.domain.ModelVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Page sizes and tokens of lists of models: their sort key is the kind and the version. */
final class ModelPages {

    private static final Pattern KEY = Pattern.compile("([a-z0-9_]{1,40}) (\\d{1,9})");

    private final PageTokens tokens;

    /**
     * @param kind that the list is of; empty for all
     */
    ModelPages(String kind) {
        this.tokens = new PageTokens(List.of("models", kind));
    }

    /** After which model a page begins, and how many it has. */
    record Page(String afterKind, int belowVersion, int size) {}

    Page read(int pageSize, String pageToken, Violations violations) {
        PageRequest request = tokens.read(pageSize, pageToken, violations);
        Matcher key = KEY.matcher(request.after());
        return key.matches()
                ? new Page(key.group(1), Integer.parseInt(key.group(2)), request.size())
                : new Page("", 0, request.size());
    }

    String token(ModelVersion last) {
        return tokens.write(last.kind() + " " + last.version());
    }
}
