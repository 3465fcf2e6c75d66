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

/** An experiment-service in a process of its own, on a PostgreSQL of its own; both end with the benchmark. */
final class ExperimentServer implements AutoCloseable {

    private static final String DATABASE = "experiment";
    private static final int LONGEST_START_SECONDS = 60;
    private static final int LONGEST_STOP_SECONDS = 20;
    private static final int LOG_LINES = 30;

    private final EmbeddedPostgresServer postgres;
    private final Process process;
    private final Thread atExit;
    private final int port;

    private ExperimentServer(EmbeddedPostgresServer postgres, Process process, int port) {
        this.postgres = postgres;
        this.process = process;
        this.port = port;
        this.atExit = new Thread(process::destroyForcibly, "stop-server");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a server and waits until it answers. */
    static ExperimentServer start(Path jar) throws InterruptedException {
        if (!Files.exists(jar)) {
            throw new IllegalArgumentException(jar + " does not exist: build first (mvn package), or name a server by"
                    + " --target host:port or --jar FILE");
        }
        Bench.say("Starting PostgreSQL and %s", jar);
        EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(0, null, List.of(DATABASE));
        try {
            Path log = Files.createTempFile("zugabe-bench-", ".log");
            int port = freePort();
            Process process = launch(jar, port, postgres, log);
            ExperimentServer server = new ExperimentServer(postgres, process, port);
            server.awaitAnswer(log);
            Files.delete(log);
            return server;
        } catch (IOException e) {
            postgres.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as host:port. */
    String target() {
        return "127.0.0.1:" + port;
    }

    private static Process launch(Path jar, int port, EmbeddedPostgresServer postgres, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString());
        builder.environment()
                .putAll(Map.of(
                        "ZUGABE_HOST",
                        "127.0.0.1",
                        "ZUGABE_GRPC_PORT",
                        String.valueOf(port),
                        "ZUGABE_HTTP_PORT",
                        String.valueOf(freePort()),
                        "ZUGABE_DB_URL",
                        postgres.url(DATABASE),
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
