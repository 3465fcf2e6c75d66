package io.zugabe.catalog.statement;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.CatalogReason;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Deletes a maker statement and waits until it does not count any more. */
@Singleton
public final class DeleteMakerStatement {

    private final StatementStore store;
    private final CatalogFeed feed;

    DeleteMakerStatement(StatementStore store, CatalogFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /** Deletes; fails with STATEMENT_NOT_FOUND if there is no such statement. */
    public Uni<Void> delete(String id) {
        return store.delete(id)
                .chain(position -> position == 0 ? Uni.createFrom().failure(notFound(id)) : feed.inForce(position));
    }

    private static ZugabeException notFound(String id) {
        return ZugabeException.of(
                CatalogReason.STATEMENT_NOT_FOUND,
                "there is no maker statement \"" + id + "\"",
                Map.of("statement_id", id));
    }
}
