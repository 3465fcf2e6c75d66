package io.zugabe.catalog.live;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the catalog is in memory. */
@Readiness
@Singleton
final class LoadedCheck implements HealthCheck {

    private final CatalogFeed feed;

    LoadedCheck(CatalogFeed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("catalog loaded")
                .status(feed.isLoaded())
                .build();
    }
}
