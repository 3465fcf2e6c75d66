package io.zugabe.catalog.fit.domain;

import java.util.Set;

/**
 * What changed between two fit tables.
 *
 * @param types the types of whose products rules see something else than before
 * @param statementIds the maker statements that were written or deleted
 */
public record FitChange(Set<String> types, Set<String> statementIds) {

    public FitChange {
        types = Set.copyOf(types);
        statementIds = Set.copyOf(statementIds);
    }
}
