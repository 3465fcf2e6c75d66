package io.zugabe.bench;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.zugabe.probe.v1.PingRequest;
import io.zugabe.probe.v1.ProbeServiceGrpc;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service in a process of its own, on a PostgreSQL of its own; both end with the benchmark. */
public final class PackagedService implements AutoCloseable {

    private static final int LONGEST_START_SECONDS = 90;
    private static final int LONGEST_STOP_SECONDS = 20;
    private static final int LOG_LINES = 30;

    private final EmbeddedPostgresServer postgres;
    private final Process process;
    private final Thread atExit;
    private final int port;

    private PackagedService(EmbeddedPostgresServer postgres, Process process, int port) {
        this.postgres = postgres;
        this.process = process;
        this.port = port;
        this.atExit = new Thread(process::destroyForcibly, "stop-server");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * What to start.
     *
     * @param jar the service's runnable jar
     * @param database the one that it keeps its data in
     * @param heap its largest and its first heap, as {@code -Xmx} takes it: a heap that grows is measured, too
     * @param environment variables besides those of addresses and database
     */
    public record Setup(Path jar, String database, String heap, Map<String, String> environment) {}

    /** Starts a service and waits until it answers. */
    public static PackagedService start(Setup setup) throws InterruptedException {
        if (!Files.exists(setup.jar())) {
            throw new IllegalArgumentException(
                    setup.jar() + " does not exist: build first (mvn package), or name a server by"
                            + " --target host:port or --jar FILE");
        }
        Bench.say("Starting PostgreSQL and %s (heap %s)", setup.jar(), setup.heap());
        EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(0, null, List.of(setup.database()));
        try {
            Path log = Files.createTempFile("zugabe-bench-", ".log");
            int port = freePort();
            Process process = launch(setup, port, postgres, log);
            PackagedService service = new PackagedService(postgres, process, port);
            service.awaitAnswer(log);
            Files.delete(log);
            return service;
        } catch (IOException e) {
            postgres.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as host:port. */
    public String target() {
        return "127.0.0.1:" + port;
    }

    private static Process launch(Setup setup, int port, EmbeddedPostgresServer postgres, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + setup.heap(),
                "-Xmx" + setup.heap(),
                "-XX:+UseSerialGC",
                "-jar",
                setup.jar().toString());
        builder.environment().putAll(setup.environment());
        builder.environment()
                .putAll(Map.of(
                        "ZUGABE_HOST",
                        "127.0.0.1",
                        "ZUGABE_GRPC_PORT",
                        String.valueOf(port),
                        "ZUGABE_HTTP_PORT",
                        String.valueOf(freePort()),
                        "ZUGABE_DB_URL",
                        postgres.url(setup.database()),
                        "ZUGABE_DB_USER",
                        EmbeddedPostgresServer.USER,
                        "ZUGABE_DB_PASSWORD",
                        EmbeddedPostgresServer.USER));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void awaitAnswer(Path log) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        ManagedChannel channel =
                NettyChannelBuilder.forTarget(target()).usePlaintext().build();
        try {
            while (!answers(channel)) {
                if (System.nanoTime() > deadline || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    List<String> lines = Files.readAllLines(log);
                    close();
                    throw new IllegalStateException("the server did not start; its log ends:\n"
                            + String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size())));
                }
            }
        } finally {
            channel.shutdownNow();
        }
    }

    private static boolean answers(ManagedChannel channel) {
        try {
            ClientCalls.blockingUnaryCall(
                    channel,
                    ProbeServiceGrpc.getPingMethod(),
                    CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.SECONDS).withWaitForReady(),
                    PingRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
        postgres.close();
    }
}
