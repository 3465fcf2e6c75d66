package io.zugabe.catalog.live;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the catalog in memory follows the change log: one that stands still must be restarted. */
@Liveness
@Singleton
final class FollowingCheck implements HealthCheck {

    private final CatalogFeed feed;

    FollowingCheck(CatalogFeed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalog follows its log")
                .status(feed.isFollowing())
                .build();
    }
}
