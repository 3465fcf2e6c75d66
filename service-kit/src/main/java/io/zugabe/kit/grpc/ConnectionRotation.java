package io.zugabe.kit.grpc;

import io.quarkus.arc.Unremovable;
import io.quarkus.grpc.api.ServerBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcServerConfiguration;
import io.vertx.grpc.VertxServerBuilder;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Ends connections after a while, so that clients of a headless service find new replicas. */
@Singleton
@Unremovable
public class ConnectionRotation implements ServerBuilderCustomizer<VertxServerBuilder> {

    private static final int AGE_MINUTES = 10;
    private static final int GRACE_MINUTES = 5;

    @Override
    public void customize(GrpcServerConfiguration config, VertxServerBuilder builder) {
        builder.nettyBuilder()
                .maxConnectionAge(AGE_MINUTES, TimeUnit.MINUTES)
                .maxConnectionAgeGrace(GRACE_MINUTES, TimeUnit.MINUTES);
    }
}
