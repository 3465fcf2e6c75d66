package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.campaigns.domain.Campaigns;
import io.zugabe.recommendation.incentives.domain.Incentives;
import io.zugabe.recommendation.insight.domain.Acceptance;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.sessions.domain.SessionModel;
import io.zugabe.recommendation.taste.domain.Taste;

/** All that decisions read and that is not about one customer. Immutable. */
public record Snapshot(
        CatalogSnapshot catalog,
        BasketModel baskets,
        Taste taste,
        SessionModel sessions,
        Acceptance acceptance,
        Learned learned,
        Campaigns campaigns,
        Merchandise merchandise,
        Incentives incentives) {

    /** The same under other campaigns. */
    public Snapshot during(Campaigns others) {
        return new Snapshot(catalog, baskets, taste, sessions, acceptance, learned, others, merchandise, incentives);
    }

    /** Names catalog, counts, models, campaigns and placements' rules behind a decision. */
    public String version() {
        return "catalog/" + catalog.version() + " baskets/" + baskets.position() + " taste/" + taste.version()
                + " sessions/" + sessions.position() + " offers/" + acceptance.position() + " " + learned.version()
                + " campaigns/" + campaigns.version() + " placements/" + merchandise.version();
    }
}
