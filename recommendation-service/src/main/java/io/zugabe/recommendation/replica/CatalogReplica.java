package io.zugabe.recommendation.replica;

import io.micrometer.core.instrument.MeterRegistry;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The latest snapshot of the catalog, for everyone to read. Stays as it is while the catalog is away. */
@Singleton
public class CatalogReplica {

    private final Clock clock = Clock.systemUTC();
    private volatile @Nullable CatalogSnapshot current;
    private volatile Instant lastHeard = Instant.EPOCH;

    public CatalogReplica(MeterRegistry metrics) {
        metrics.gauge("zugabe.replica.products", this, CatalogReplica::products);
        metrics.gauge("zugabe.replica.age.seconds", this, CatalogReplica::ageSeconds);
    }

    /** The snapshot; empty until the first has arrived. */
    public Optional<CatalogSnapshot> current() {
        return Optional.ofNullable(current);
    }

    /** Replaces the snapshot. */
    public void publish(CatalogSnapshot snapshot) {
        current = snapshot;
    }

    /** Notes that the catalog is alive: what is here is as good as what is there. */
    public void heard() {
        lastHeard = clock.instant();
    }

    private double products() {
        CatalogSnapshot snapshot = current;
        return snapshot == null ? 0 : snapshot.size();
    }

    /** Seconds since the catalog was last heard of; NaN if never. */
    private double ageSeconds() {
        return lastHeard.equals(Instant.EPOCH)
                ? Double.NaN
                : Duration.between(lastHeard, clock.instant()).toMillis() / 1000.0;
    }
}
