package io.zugabe.recommendation.decision;

import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.decision.domain.Snapshot;
import io.zugabe.recommendation.insight.AcceptanceModels;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.sessions.SessionModels;
import io.zugabe.recommendation.taste.TasteModels;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What decisions read, as of now. */
@Singleton
public class Snapshots {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final CatalogReplica catalog;
    private final BasketModels baskets;
    private final TasteModels taste;
    private final SessionModels sessions;
    private final AcceptanceModels acceptance;

    public Snapshots(
            CatalogReplica catalog,
            BasketModels baskets,
            TasteModels taste,
            SessionModels sessions,
            AcceptanceModels acceptance) {
        this.catalog = catalog;
        this.baskets = baskets;
        this.taste = taste;
        this.sessions = sessions;
        this.acceptance = acceptance;
    }

    /** The latest snapshot; fails until there is one. */
    Snapshot current() {
        return catalog.current()
                .map(snapshot -> new Snapshot(
                        snapshot, baskets.current(), taste.current(), sessions.current(), acceptance.current()))
                .orElseThrow(() -> ZugabeException.retryable(
                        RecommendationReason.CATALOG_NOT_READY,
                        "the catalog has not arrived yet; try again in a moment",
                        RETRY));
    }
}
