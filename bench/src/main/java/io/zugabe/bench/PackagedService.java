package io.zugabe.bench;

import io.zugabe.quickstart.embedded.EmbeddedPostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A packaged service in a process of its own, on a PostgreSQL of its own; both end with the benchmark. */
public final class PackagedService implements AutoCloseable {

    private final EmbeddedPostgresServer postgres;
    private final ServiceProcess process;

    private PackagedService(EmbeddedPostgresServer postgres, ServiceProcess process) {
        this.postgres = postgres;
        this.process = process;
    }

    /**
     * What to start.
     *
     * @param jar the service's runnable jar
     * @param database the one that it keeps its data in
     * @param heap its largest and its first heap, as {@code -Xmx} takes it: a heap that grows is measured, too
     * @param flags of the virtual machine, besides those of the heap
     * @param environment variables besides those of addresses and database
     */
    public record Setup(Path jar, String database, String heap, Map<String, String> environment, List<String> flags) {

        /** Without flags of its own. */
        public Setup(Path jar, String database, String heap, Map<String, String> environment) {
            this(jar, database, heap, environment, List.of());
        }
    }

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
            return new PackagedService(postgres, ServiceProcess.start(setup, postgres.url(setup.database()), 0));
        } catch (RuntimeException | InterruptedException e) {
            postgres.close();
            throw e;
        }
    }

    /** Where it listens, as host:port. */
    public String target() {
        return process.target();
    }

    /** The service's process. */
    public ServiceProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
        postgres.close();
    }
}
