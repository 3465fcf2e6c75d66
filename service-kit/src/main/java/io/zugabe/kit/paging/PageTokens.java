package io.zugabe.kit.paging;

import io.zugabe.kit.error.Violations;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;

/** Page sizes and opaque page tokens. A token belongs to one list with one filter. */
public final class PageTokens {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 1_000;
    private static final int LONGEST_TOKEN = 2_000;

    private final String list;

    /**
     * @param filter name of the list and everything that it is filtered by
     */
    public PageTokens(List<String> filter) {
        CRC32 sum = new CRC32();
        filter.forEach(each -> sum.update((each.length() + ":" + each).getBytes(StandardCharsets.UTF_8)));
        this.list = Long.toHexString(sum.getValue());
    }

    /** The page that a request asks for; notes what is wrong with it. */
    public PageRequest read(int pageSize, String pageToken, Violations violations) {
        violations.checkRange("page_size", pageSize, 0, LARGEST_SIZE);
        int size = pageSize == 0 ? DEFAULT_SIZE : pageSize;
        if (pageToken.isEmpty()) {
            return new PageRequest(size, "");
        }
        String after = decode(pageToken);
        violations.check(
                !after.isEmpty(), "page_token", pageToken, "is no token of a page of this list with this filter");
        return new PageRequest(size, after);
    }

    /** The token of the page after one that ended with a sort key; empty if there is no next page. */
    public String write(String next) {
        return next.isEmpty()
                ? ""
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((list + " " + next).getBytes(StandardCharsets.UTF_8));
    }

    private String decode(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return "";
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return text.startsWith(list + " ") ? text.substring(list.length() + 1) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
