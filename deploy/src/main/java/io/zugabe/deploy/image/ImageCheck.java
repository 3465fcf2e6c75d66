package io.zugabe.deploy.image;

import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import io.zugabe.quickstart.embedded.EmbeddedRedisServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Starts an image's file system beside a real PostgreSQL and Redis and prints one line per thing that must hold. */
public final class ImageCheck {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    /** What a JVM that ended on SIGTERM exits with. */
    private static final int ENDED_BY_SIGTERM = 143;

    private static final String USER = "10001:10001";

    private boolean allHold = true;

    private ImageCheck() {}

    /** Takes the service's name, the root of its file system, the image's configuration and run-read-only.sh. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[1]);
        ImageConfiguration image = ImageConfiguration.read(Path.of(arguments[2]));
        Path launcher = Path.of(arguments[3]);
        String database = arguments[0].replace("-service", "");
        ImageCheck check = new ImageCheck();
        try (var postgres = EmbeddedPostgresServer.start(0, null, List.of(database));
                var redis = EmbeddedRedisServer.start(0)) {
            int grpcPort = freePort();
            Map<String, String> environment = Map.ofEntries(
                    Map.entry("ZUGABE_GRPC_PORT", Integer.toString(grpcPort)),
                    Map.entry("ZUGABE_HTTP_PORT", Integer.toString(freePort())),
                    Map.entry("ZUGABE_DB_URL", postgres.url(database)),
                    Map.entry("ZUGABE_DB_USER", EmbeddedPostgresServer.USER),
                    Map.entry("ZUGABE_DB_PASSWORD", EmbeddedPostgresServer.USER),
                    Map.entry("ZUGABE_REDIS_URL", redis.url()),
                    // The chart's memory limit, which a container would see.
                    Map.entry("JAVA_TOOL_OPTIONS", "-XX:MaxRAM=768m"));
            try (var process = RestrictedProcess.start(launcher, root, image, environment);
                    var health = new HealthQuestion(grpcPort)) {
                process.whenEnded(health::abandon);
                check.run(image, process, health);
            }
        }
        System.exit(check.allHold ? 0 : 1);
    }

    private void run(ImageConfiguration image, RestrictedProcess process, HealthQuestion health)
            throws IOException, InterruptedException {
        expect("user", USER, image.user());
        if (!health.servesWithin(START_PATIENCE)) {
            report(false, "gRPC health", "did not become SERVING; it printed:");
            process.lastLines(40).forEach(line -> System.out.println("      " + line));
            return;
        }
        expect(
                "gRPC health",
                ServingStatus.SERVING.name(),
                health.check(Duration.ofSeconds(5)).name());
        expect("uids", "10001 10001 10001 10001", process.status("Uid"));
        expect("gids", "10001 10001 10001 10001", process.status("Gid"));
        expect("capabilities", "0000000000000000", process.status("CapEff"));
        expect("no new privileges", "1", process.status("NoNewPrivs"));
        expect("read-only root", "Read-only file system", process.writeRefusal("/app"));
        String refusal = process.writeRefusal("/tmp");
        report(refusal.isEmpty(), "writable /tmp", refusal.isEmpty() ? "a file comes and goes" : refusal);
        OptionalInt exit = process.terminate(STOP_PATIENCE);
        report(
                exit.isPresent() && (exit.getAsInt() == 0 || exit.getAsInt() == ENDED_BY_SIGTERM),
                "graceful end",
                exit.isPresent() ? "on SIGTERM, exit code " + exit.getAsInt() : "still running after SIGTERM");
    }

    private void expect(String name, String expected, String actual) {
        boolean holds = expected.equals(actual);
        report(holds, name, holds ? actual : "expected '" + expected + "', found '" + actual + "'");
    }

    private void report(boolean holds, String name, String detail) {
        allHold &= holds;
        System.out.printf("%-5s %-18s %s%n", holds ? "ok" : "FAIL", name, detail);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
