package io.zugabe.recommendation.replica;

import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once there is a catalog to decide from; it then stays ready while the catalog is away. */
@Readiness
@ApplicationScoped
public class ReplicaReadiness implements HealthCheck {

    private final CatalogReplica replica;

    public ReplicaReadiness(CatalogReplica replica) {
        this.replica = replica;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<CatalogSnapshot> snapshot = replica.current();
        return HealthCheckResponse.named("catalog replica")
                .status(snapshot.isPresent())
                .withData("products", snapshot.map(CatalogSnapshot::size).orElse(0))
                .build();
    }
}
