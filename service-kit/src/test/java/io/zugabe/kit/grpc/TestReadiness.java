package io.zugabe.kit.grpc;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A readiness that a test switches. */
@Readiness
@ApplicationScoped
class TestReadiness implements HealthCheck {

    static volatile boolean up = true;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("test").status(up).build();
    }
}
