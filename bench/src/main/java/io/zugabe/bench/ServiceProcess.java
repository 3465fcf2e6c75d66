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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged service in a process of its own. */
public final class ServiceProcess implements AutoCloseable {

    private static final int LONGEST_START_SECONDS = 90;
    private static final int LONGEST_STOP_SECONDS = 20;
    private static final int LOG_LINES = 30;

    private final Process process;
    private final Thread atExit;
    private final int port;
    private final int httpPort;
    private final Path log;

    private ServiceProcess(Process process, int port, int httpPort, Path log) {
        this.process = process;
        this.port = port;
        this.httpPort = httpPort;
        this.log = log;
        this.atExit = new Thread(process::destroyForcibly, "stop-server");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a service and waits until it answers.
     *
     * @param databaseUrl of the database that it keeps its data in
     * @param port to listen on; 0 for a free one
     */
    public static ServiceProcess start(PackagedService.Setup setup, String databaseUrl, int port)
            throws InterruptedException {
        try {
            Path log = Files.createTempFile("zugabe-bench-", ".log");
            int chosen = port == 0 ? freePort() : port;
            int http = freePort();
            ServiceProcess service =
                    new ServiceProcess(launch(setup, chosen, http, databaseUrl, log), chosen, http, log);
            service.awaitAnswer();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as host:port. */
    public String target() {
        return "127.0.0.1:" + port;
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Where health and metrics are. */
    public String httpTarget() {
        return "127.0.0.1:" + httpPort;
    }

    /** The process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends it as a power cut would: it cannot do anything about it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private static Process launch(PackagedService.Setup setup, int port, int httpPort, String databaseUrl, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + setup.heap(),
                "-Xmx" + setup.heap(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+UseTransparentHugePages"));
        command.addAll(setup.flags());
        command.addAll(List.of("-jar", setup.jar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(setup.environment());
        builder.environment()
                .putAll(Map.of(
                        "ZUGABE_HOST",
                        "127.0.0.1",
                        "ZUGABE_GRPC_PORT",
                        String.valueOf(port),
                        "ZUGABE_HTTP_PORT",
                        String.valueOf(httpPort),
                        "ZUGABE_DB_URL",
                        databaseUrl,
                        "ZUGABE_DB_USER",
                        EmbeddedPostgresServer.USER,
                        "ZUGABE_DB_PASSWORD",
                        EmbeddedPostgresServer.USER));
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void awaitAnswer() throws InterruptedException, IOException {
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
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
