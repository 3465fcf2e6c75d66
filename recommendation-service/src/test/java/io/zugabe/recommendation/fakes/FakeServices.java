package io.zugabe.recommendation.fakes;

import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The other services, for {@code @QuarkusTest}: real gRPC over a real port, hand-written answers. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {

    private final FakeCatalog catalog = new FakeCatalog();
    private final FakeDisputes disputes = new FakeDisputes();
    private final FakeSegmentation segmentation = new FakeSegmentation();
    private final FakeExperiments experiments = new FakeExperiments();
    private Server server;

    public FakeCatalog catalog() {
        return catalog;
    }

    public FakeDisputes disputes() {
        return disputes;
    }

    public FakeSegmentation segmentation() {
        return segmentation;
    }

    public FakeExperiments experiments() {
        return experiments;
    }

    @Override
    public Map<String, String> start() {
        ServerBuilder<?> builder = ServerBuilder.forPort(0)
                .addService(catalog)
                .addService(disputes)
                .addService(experiments);
        segmentation.services().forEach(builder::addService);
        try {
            server = builder.build().start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String target = "127.0.0.1:" + server.getPort();
        return Map.of(
                "ZUGABE_CATALOG_TARGET", target,
                "ZUGABE_SEGMENTATION_TARGET", target,
                "ZUGABE_EXPERIMENT_TARGET", target);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(FakeServices.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdownNow();
        }
    }
}
