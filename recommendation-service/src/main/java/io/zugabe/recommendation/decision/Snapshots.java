package io.zugabe.recommendation.decision;

import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.campaigns.CurrentCampaigns;
import io.zugabe.recommendation.decision.domain.Snapshot;
import io.zugabe.recommendation.incentives.LiveIncentives;
import io.zugabe.recommendation.insight.AcceptanceModels;
import io.zugabe.recommendation.placements.MerchandiseModels;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.sessions.SessionModels;
import io.zugabe.recommendation.taste.TasteModels;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What decisions read, as of now. */
@Singleton
public class Snapshots {

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Each holds what has changed since; of rows that did not, all hold the same. */
    private static final int MOST_KEPT = 16;

    private final Deque<KeptSnapshot> kept = new ArrayDeque<>();
    private volatile @Nullable KeptSnapshot last;
    private final CatalogReplica catalog;
    private final BasketModels baskets;
    private final TasteModels taste;
    private final SessionModels sessions;
    private final AcceptanceModels acceptance;
    private final LearnedModels learned;
    private final CurrentCampaigns campaigns;
    private final MerchandiseModels merchandise;
    private final LiveIncentives incentives;

    public Snapshots(
            CatalogReplica catalog,
            BasketModels baskets,
            TasteModels taste,
            SessionModels sessions,
            AcceptanceModels acceptance,
            LearnedModels learned,
            CurrentCampaigns campaigns,
            MerchandiseModels merchandise,
            LiveIncentives incentives) {
        this.catalog = catalog;
        this.baskets = baskets;
        this.taste = taste;
        this.sessions = sessions;
        this.acceptance = acceptance;
        this.learned = learned;
        this.campaigns = campaigns;
        this.merchandise = merchandise;
        this.incentives = incentives;
    }

    /** The latest snapshot; fails until there is one. */
    KeptSnapshot current() {
        CatalogSnapshot products = catalog.current()
                .orElseThrow(() -> ZugabeException.retryable(
                        RecommendationReason.CATALOG_NOT_READY,
                        "the catalog has not arrived yet; try again in a moment",
                        RETRY));
        KeptSnapshot latest = last;
        Snapshot known = latest == null ? null : latest.snapshot().orElse(null);
        if (latest != null
                && known != null
                && known.catalog() == products
                && known.baskets() == baskets.current()
                && known.taste() == taste.current()
                && known.sessions() == sessions.current()
                && known.acceptance() == acceptance.current()
                && known.learned() == learned.current()
                && known.campaigns() == campaigns.current()
                && known.merchandise() == merchandise.current()
                && known.incentives() == incentives.current()) {
            return latest;
        }
        return keep(new KeptSnapshot(new Snapshot(
                products,
                baskets.current(),
                taste.current(),
                sessions.current(),
                acceptance.current(),
                learned.current(),
                campaigns.current(),
                merchandise.current(),
                incentives.current())));
    }

    private synchronized KeptSnapshot keep(KeptSnapshot snapshot) {
        last = snapshot;
        kept.addLast(snapshot);
        if (kept.size() > MOST_KEPT) {
            kept.removeFirst().letGo();
        }
        return snapshot;
    }
}
