package io.zugabe.quickstart.launcher;

import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import io.zugabe.quickstart.embedded.EmbeddedRedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Redis and the four services while they run. */
final class RunningZugabe implements AutoCloseable {

    private static final Duration SUPERVISION = Duration.ofMillis(500);
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);

    private final Path home;
    private final Path directory;
    private final Ports ports;
    private final boolean temporary;
    private final Instant begin = Instant.now();
    private final List<ServiceProcess> services = new ArrayList<>();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable EmbeddedPostgresServer postgres;
    private @Nullable EmbeddedRedisServer redis;

    RunningZugabe(Path home, Path directory, Ports ports, boolean temporary) {
        this.home = home;
        this.directory = directory;
        this.ports = ports;
        this.temporary = temporary;
    }

    /**
     * Starts everything and prints each step with its time.
     *
     * @param demo whether to load the demo shop if it is not there yet
     */
    void start(boolean demo) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopFromSignal, "stop"));
        Path logs = Files.createDirectories(directory.resolve("logs"));
        Steps steps = new Steps(System.out);

        EmbeddedPostgresServer database = steps.run(
                "PostgreSQL",
                () -> EmbeddedPostgresServer.start(
                        ports.postgres(),
                        directory.resolve("postgres"),
                        Arrays.stream(Room.values()).map(Room::database).toList()));
        postgres = database;
        redis = steps.run("Redis", () -> EmbeddedRedisServer.start(ports.redis()));
        for (Room room : Room.values()) {
            services.add(new ServiceProcess(room, home, logs, ports.http(room), environment(room, database)));
        }
        writeState();
        for (ServiceProcess service : services) {
            steps.run(service.room().module(), () -> {
                service.awaitReady();
                return service;
            });
        }
        if (demo) {
            new DemoLoader(ports, directory).loadOnce(steps);
        }
        Welcome.print(System.out, ports, directory, temporary, demo, Duration.between(begin, Instant.now()));
    }

    /** Restarts services that die, until someone asks for the end. */
    void superviseUntilStopped() throws InterruptedException {
        while (!stopRequested.await(SUPERVISION.toMillis(), TimeUnit.MILLISECONDS)) {
            for (ServiceProcess service : services) {
                if (!service.isAlive()) {
                    restart(service);
                }
            }
            if (!Ports.accepts(ports.redis())) {
                restartRedis();
            }
        }
    }

    private void restart(ServiceProcess service) throws InterruptedException {
        if (stopRequested.await(RESTART_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
        // close() holds the same lock: what it has stopped is not started again
        synchronized (stopped) {
            if (stopRequested.getCount() > 0) {
                System.err.println(
                        service.room().module() + " ended with code " + service.exitCode() + "; starting it again.");
                service.restart();
                writeState();
            }
        }
    }

    /** Redis is a cache: an empty one does. PostgreSQL is not restarted here, its data decides what that means. */
    private void restartRedis() {
        synchronized (stopped) {
            if (stopRequested.getCount() > 0) {
                System.err.println("Redis does not answer; starting it again.");
                if (redis != null) {
                    redis.close();
                }
                redis = EmbeddedRedisServer.start(ports.redis());
                writeState();
            }
        }
    }

    /** Kills a service as a crash would; supervision starts it again. */
    void kill(Room room) {
        services.stream().filter(service -> service.room() == room).forEach(ServiceProcess::kill);
    }

    private Map<String, String> environment(Room room, EmbeddedPostgresServer database) {
        Map<String, String> variables = new HashMap<>();
        variables.put("ZUGABE_HOST", "127.0.0.1");
        variables.put("ZUGABE_GRPC_PORT", String.valueOf(ports.grpc(room)));
        variables.put("ZUGABE_HTTP_PORT", String.valueOf(ports.http(room)));
        variables.put("ZUGABE_DB_URL", database.url(room.database()));
        variables.put("ZUGABE_DB_USER", EmbeddedPostgresServer.USER);
        variables.put("ZUGABE_DB_PASSWORD", EmbeddedPostgresServer.USER);
        variables.put("ZUGABE_REDIS_URL", "redis://127.0.0.1:" + ports.redis());
        variables.put("ZUGABE_CATALOG_TARGET", ports.target(Room.CATALOG));
        variables.put("ZUGABE_SEGMENTATION_TARGET", ports.target(Room.SEGMENTATION));
        variables.put("ZUGABE_EXPERIMENT_TARGET", ports.target(Room.EXPERIMENT));
        if (room == Room.SEGMENTATION) {
            variables.put("ZUGABE_LOG_ARCHIVE", directory.resolve("archive").toString());
        }
        return variables;
    }

    private void writeState() {
        new RunState(
                        RunningProcess.of(ProcessHandle.current()),
                        ProcessHandle.current()
                                .descendants()
                                .map(RunningProcess::of)
                                .toList(),
                        directory)
                .write(ports.base());
    }

    private void stopFromSignal() {
        stopRequested.countDown();
        close();
    }

    @Override
    public void close() {
        synchronized (stopped) {
            if (stopped.getCount() == 0) {
                return;
            }
            stopRequested.countDown();
            stopServices();
            if (redis != null) {
                redis.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            RunState.delete(ports.base());
            if (temporary) {
                deleteDirectory();
            }
            stopped.countDown();
        }
    }

    private void stopServices() {
        services.forEach(ServiceProcess::beginStop);
        try {
            for (ServiceProcess service : services) {
                service.awaitStop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deleteDirectory() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The temporary folder " + directory + " could not be deleted: " + e.getMessage());
        }
    }
}
