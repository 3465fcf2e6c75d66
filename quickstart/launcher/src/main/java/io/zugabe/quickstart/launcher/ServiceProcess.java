package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, writing to a log file of its own. */
final class ServiceProcess {

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(25);
    private static final int LOG_LINES_SHOWN = 15;

    private final Room room;
    private final Path home;
    private final Path log;
    private final Map<String, String> environment;
    private final int httpPort;
    private final HealthProbe probe = new HealthProbe();
    private volatile Process process;

    /**
     * Starts the service without waiting for it.
     *
     * @param home the checkout
     * @param environment the service's settings
     */
    ServiceProcess(Room room, Path home, Path logs, int httpPort, Map<String, String> environment) {
        this.room = room;
        this.home = home;
        this.log = logs.resolve(room.module() + ".log");
        this.environment = environment;
        this.httpPort = httpPort;
        this.process = launch();
    }

    Room room() {
        return room;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** Starts the service again after it died. */
    void restart() {
        process = launch();
    }

    /** Waits until the service reports that it is ready. */
    void awaitReady() throws InterruptedException {
        Instant end = Instant.now().plus(READY_WITHIN);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new StartFailure(room.module() + " ended with code " + process.exitValue() + "; its log is " + log
                        + ":\n" + logTail());
            }
            if (probe.isReady(httpPort)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        throw new StartFailure(room.module() + " was not ready within " + READY_WITHIN.toSeconds() + " s; its log is "
                + log + ":\n" + logTail());
    }

    /** Asks the service to end; returns at once. */
    void beginStop() {
        process.destroy();
    }

    /** Ends the service without any warning. */
    void kill() {
        process.destroyForcibly();
    }

    /** Waits for the end of the service, and ends it by force when it takes too long. */
    void awaitStop() throws InterruptedException {
        if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
    }

    private Process launch() {
        Path jar = home.resolve(room.module()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartFailure(room.module() + " is not built: run ./zugabe up, which builds what is missing.");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + room.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=" + (Runtime.getRuntime().availableProcessors() > 1 ? 4 : 1),
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .directory(home.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String logTail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
