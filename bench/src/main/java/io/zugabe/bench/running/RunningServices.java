package io.zugabe.bench.running;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.zugabe.bench.Bench;
import io.zugabe.bench.PackagedService;
import io.zugabe.bench.ServiceProcess;
import io.zugabe.catalog.v1.ListRulesRequest;
import io.zugabe.catalog.v1.RuleServiceGrpc;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import io.zugabe.quickstart.embedded.EmbeddedRedisServer;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.RecommendationServiceGrpc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The four packaged services, each in a process of its own, on one PostgreSQL and one Redis; all end with
 * the benchmark. The time that segmentation-service goes by may be led.
 */
public final class RunningServices implements AutoCloseable {

    private static final int LONGEST_READY_SECONDS = 120;

    private final List<AutoCloseable> started = new ArrayList<>();
    private final Path clock;
    private final ManagedChannel catalog;
    private final ManagedChannel segmentation;
    private final ManagedChannel recommendation;

    private RunningServices(boolean ledClock) throws IOException, InterruptedException {
        clock = Files.createTempDirectory("zugabe-bench-clock-").resolve("now");
        setTime(Instant.now());
        Bench.say("Starting PostgreSQL, Redis and the four services");
        try {
            EmbeddedRedisServer redis = keep(EmbeddedRedisServer.start(0));
            EmbeddedPostgresServer postgres = keep(EmbeddedPostgresServer.start(
                    0, null, List.of("catalog", "segmentation", "recommendation", "experiment")));
            Map<String, String> environment = new HashMap<>(Map.of("ZUGABE_REDIS_URL", redis.url()));
            ServiceProcess catalogService = start("catalog", "512m", environment, postgres);
            environment.put("ZUGABE_CATALOG_TARGET", catalogService.target());
            ServiceProcess experimentService = start("experiment", "256m", environment, postgres);
            environment.put("ZUGABE_EXPERIMENT_TARGET", experimentService.target());
            if (ledClock) {
                environment.put("ZUGABE_CLOCK_FILE", clock.toString());
            }
            ServiceProcess segmentationService = start("segmentation", "1g", environment, postgres);
            environment.put("ZUGABE_SEGMENTATION_TARGET", segmentationService.target());
            ServiceProcess recommendationService = start("recommendation", "1g", environment, postgres);
            catalog = connect(catalogService);
            segmentation = connect(segmentationService);
            recommendation = connect(recommendationService);
            awaitReady();
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Starts them and waits until decisions can be asked for. */
    public static RunningServices start() throws IOException, InterruptedException {
        return new RunningServices(false);
    }

    /** The same, with the time of segmentation-service as {@link #setTime} says. */
    public static RunningServices startWithLedClock() throws IOException, InterruptedException {
        return new RunningServices(true);
    }

    /** To catalog-service. */
    public ManagedChannel catalog() {
        return catalog;
    }

    /** To segmentation-service. */
    public ManagedChannel segmentation() {
        return segmentation;
    }

    /** To recommendation-service. */
    public ManagedChannel recommendation() {
        return recommendation;
    }

    /** Sets the time that segmentation-service goes by if its clock is led. */
    public void setTime(Instant time) {
        try {
            Path next = clock.resolveSibling("next");
            Files.writeString(next, time.toString());
            Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServiceProcess start(
            String room, String heap, Map<String, String> environment, EmbeddedPostgresServer postgres)
            throws InterruptedException {
        Path jar = Path.of(room + "-service", "target", "quarkus-app", "quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalArgumentException(jar + " does not exist: build first (mvn package)");
        }
        PackagedService.Setup setup = new PackagedService.Setup(jar, room, heap, Map.copyOf(environment));
        return keep(ServiceProcess.start(setup, postgres.url(room), 0));
    }

    private ManagedChannel connect(ServiceProcess service) {
        ManagedChannel channel = NettyChannelBuilder.forTarget(service.target())
                .usePlaintext()
                .maxInboundMessageSize(16 << 20)
                .directExecutor()
                .build();
        keep(channel::shutdownNow);
        return channel;
    }

    private <T extends AutoCloseable> T keep(T resource) {
        started.addLast(resource);
        return resource;
    }

    private void awaitReady() throws InterruptedException {
        await(() -> RuleServiceGrpc.newBlockingStub(catalog)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .listRules(ListRulesRequest.getDefaultInstance()));
        await(() -> RecommendationServiceGrpc.newBlockingStub(recommendation)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .recommend(RecommendRequest.newBuilder()
                        .setVisitorId("nobody")
                        .setPlacement(Placement.PLACEMENT_HOME)
                        .setPreview(true)
                        .build()));
    }

    private static void await(Runnable call) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_READY_SECONDS);
        while (true) {
            try {
                call.run();
                return;
            } catch (StatusRuntimeException e) {
                if (e.getStatus().getCode() != Status.Code.UNAVAILABLE || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Ends them, the last started first. */
    @Override
    public void close() {
        for (AutoCloseable resource : started.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                Bench.say("Could not be ended: %s", e);
            }
        }
        started.clear();
    }
}
