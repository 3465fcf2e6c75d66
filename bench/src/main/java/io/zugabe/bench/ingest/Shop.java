package io.zugabe.bench.ingest;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.zugabe.bench.Bench;
import io.zugabe.bench.PackagedService;
import io.zugabe.bench.ServiceProcess;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import io.zugabe.quickstart.embedded.EmbeddedRedisServer;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.GetAssessmentStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.GetLogStatusResponse;
import io.zugabe.segmentation.v1.ProfileServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** segmentation-service with a PostgreSQL that keeps its data through a crash, and a Redis. */
public final class Shop implements AutoCloseable {

    /** Where the build leaves the service. */
    public static final Path JAR = Path.of("segmentation-service/target/quarkus-app/quarkus-run.jar");

    private static final String DATABASE = "segmentation";
    private static final String RAW_DATABASE = "raw";
    private static final long POLL_MILLIS = 20;
    private static final long LONGEST_CATCH_UP = TimeUnit.MINUTES.toNanos(5);

    private final Path data;
    private final EmbeddedRedisServer redis;
    private final PackagedService.Setup setup;
    private EmbeddedPostgresServer postgres;
    private ServiceProcess service;
    private ManagedChannel channel;

    private Shop(Path data, EmbeddedRedisServer redis, EmbeddedPostgresServer postgres, PackagedService.Setup setup)
            throws InterruptedException {
        this.data = data;
        this.redis = redis;
        this.postgres = postgres;
        this.setup = setup;
        this.service = ServiceProcess.start(setup, postgres.url(DATABASE), 0);
        this.channel = connect(service);
    }

    /**
     * Starts one.
     *
     * @param heap of the service, as {@code -Xmx} takes it
     */
    public static Shop open(Path jar, String heap) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("zugabe-bench-pg-");
        Bench.say("Starting PostgreSQL (fsync on), Redis and %s (heap %s)", jar, heap);
        EmbeddedRedisServer redis = EmbeddedRedisServer.start(0);
        EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(0, data, List.of(DATABASE, RAW_DATABASE));
        return new Shop(
                data,
                redis,
                postgres,
                new PackagedService.Setup(jar, DATABASE, heap, Map.of("ZUGABE_REDIS_URL", redis.url())));
    }

    private static ManagedChannel connect(ServiceProcess service) {
        return NettyChannelBuilder.forTarget(service.target())
                .usePlaintext()
                .maxInboundMessageSize(16 << 20)
                .directExecutor()
                .build();
    }

    public ManagedChannel channel() {
        return channel;
    }

    /** URL of the service's database. */
    public String databaseUrl() {
        return postgres.url(DATABASE);
    }

    String rawDatabaseUrl() {
        return postgres.url(RAW_DATABASE);
    }

    public GetLogStatusResponse status() {
        return EventServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .withWaitForReady()
                .getLogStatus(GetLogStatusRequest.getDefaultInstance());
    }

    /** Publishes batches as fast as the log takes them, and waits for their acknowledgements. */
    public void publish(List<PublishEventsRequest> batches) throws InterruptedException {
        PublishRun.asFastAsPossible(channel, batches).complete();
    }

    /** Waits until everything in the log was assessed, too, so that nothing is under way. */
    void awaitAssessed() throws InterruptedException {
        awaitProjected();
        long end = status().getEndPosition();
        long deadline = System.nanoTime() + LONGEST_CATCH_UP;
        while (assessed() < end) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the assessments did not catch up: at " + assessed() + " of " + end);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private long assessed() {
        return ProfileServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .getAssessmentStatus(GetAssessmentStatusRequest.getDefaultInstance())
                .getPosition();
    }

    /** Waits until everything in the log is part of the profiles. */
    public void awaitProjected() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_CATCH_UP;
        GetLogStatusResponse status = status();
        while (status.getProjectedPosition() < status.getEndPosition()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the profiles did not catch up: " + status);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            status = status();
        }
    }

    /** Processor time that the service and the database have used so far, in nanoseconds. */
    Cpu cpu() throws IOException {
        return new Cpu(
                service.process()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toNanos(),
                Stream.concat(Stream.of(postmaster()), postmaster().descendants())
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos())
                        .sum());
    }

    record Cpu(long service, long database) {}

    void killService() throws InterruptedException {
        service.kill();
    }

    void restartService() throws InterruptedException {
        channel.shutdownNow();
        service.close();
        service = ServiceProcess.start(setup, postgres.url(DATABASE), service.port());
        channel = connect(service);
    }

    /** Kills the database with every process of it, so that none can finish what it was at. */
    void killPostgres() throws IOException {
        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        Stream.concat(Stream.of(postmaster), backends.stream())
                .forEach(process -> process.onExit().join());
    }

    private ProcessHandle postmaster() throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    void restartPostgres() {
        int port = postgres.port();
        postgres.close();
        postgres = EmbeddedPostgresServer.start(port, data, List.of());
    }

    @Override
    public void close() throws IOException {
        channel.shutdownNow();
        service.close();
        postgres.close();
        redis.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
