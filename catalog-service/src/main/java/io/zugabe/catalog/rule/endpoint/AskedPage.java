package io.zugabe.catalog.rule.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import java.util.List;

/** The page that somebody asks for of a list that is not filtered. */
record AskedPage(PageTokens tokens, PageRequest page) {

    /** Fails with INVALID_ARGUMENT if the list has no such page. */
    static AskedPage of(String list, int pageSize, String pageToken) {
        PageTokens tokens = new PageTokens(List.of(list));
        Violations violations = Violations.ofRequest();
        PageRequest page = tokens.read(pageSize, pageToken, violations);
        violations.throwIfAny();
        return new AskedPage(tokens, page);
    }

    /** The token of the page after one; empty if it is the last. */
    String tokenOfNext(Page<?> found) {
        return tokens.write(found.next());
    }
}
