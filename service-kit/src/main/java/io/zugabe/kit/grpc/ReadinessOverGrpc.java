package io.zugabe.kit.grpc;

import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.quarkus.grpc.runtime.health.GrpcHealthStorage;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Answers {@code grpc.health.v1.Health/Check} for the service name {@code "ready"} as
 * {@code /q/health/ready} does, so that a gRPC probe sees whether the catalog is loaded or the replica
 * filled. The empty name says only that the process serves: liveness must not depend on others.
 */
@ApplicationScoped
public class ReadinessOverGrpc {

    /** The name to ask for. */
    public static final String NAME = "ready";

    private static final Logger LOG = Logger.getLogger(ReadinessOverGrpc.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final SmallRyeHealthReporter health;
    private final GrpcHealthStorage statuses;
    private final Vertx vertx;

    public ReadinessOverGrpc(SmallRyeHealthReporter health, GrpcHealthStorage statuses, Vertx vertx) {
        this.health = health;
        this.statuses = statuses;
        this.vertx = vertx;
    }

    void begin(@Observes StartupEvent started) {
        statuses.setStatus(NAME, ServingStatus.NOT_SERVING);
        vertx.setPeriodic(1, PERIOD.toMillis(), timer -> refresh());
    }

    private void refresh() {
        health.getReadinessAsync()
                .subscribe()
                .with(
                        readiness -> statuses.setStatus(
                                NAME, readiness.isDown() ? ServingStatus.NOT_SERVING : ServingStatus.SERVING),
                        failure -> {
                            LOG.warnf("Readiness could not be told: %s", failure.getMessage());
                            statuses.setStatus(NAME, ServingStatus.NOT_SERVING);
                        });
    }
}
