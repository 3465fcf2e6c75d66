package io.zugabe.catalog.statement;

import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.Placed;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;

/** Lists maker statements by id. */
@Singleton
public final class ListMakerStatements {

    private final CatalogFeed feed;

    ListMakerStatements(CatalogFeed feed) {
        this.feed = feed;
    }

    /** A page of statements. */
    public Page<MakerStatement> list(PageRequest request) {
        var statements = feed.loadedCatalog().statements().values().stream()
                .map(Placed::value)
                .toList();
        return Page.of(statements, MakerStatement::id, request);
    }
}
