package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./zugabe up}: starts everything and stays until it is told to end. */
@Command(name = "up", description = "Starts PostgreSQL, Redis and the four services, and loads the demo shop.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--port-base", defaultValue = "9000", description = "gRPC on N+1…N+4, HTTP on N+11…N+14.")
    private int portBase;

    @Option(names = "--data", description = "Folder for data that survives; without it everything is temporary.")
    private @Nullable Path data;

    @Option(names = "--no-demo", description = "Start empty.")
    private boolean noDemo;

    @Option(names = "--home", hidden = true, defaultValue = ".")
    private Path home = Path.of(".");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Ports ports = new Ports(portBase);
        RunState.read(portBase).filter(RunState::launcherAlive).ifPresent(state -> {
            throw new StartFailure("Zugabe is already up on port base " + portBase + " (process "
                    + state.launcher().pid() + "): use it, or end it with ./zugabe down --port-base " + portBase + ".");
        });
        RunState.read(portBase).ifPresent(state -> Leftovers.of(state).clear());
        boolean temporary = data == null;
        Path directory = data == null ? Files.createTempDirectory("zugabe-data-") : data.toAbsolutePath();
        try (DataLock lock = DataLock.take(directory)) {
            Leftovers.ofData(directory).clear();
            ports.requireFree();
            try (RunningZugabe running =
                    new RunningZugabe(home.toAbsolutePath().normalize(), directory, ports, temporary)) {
                running.start(!noDemo);
                running.superviseUntilStopped();
            }
        }
        return 0;
    }
}
