package io.zugabe.quickstart.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./zugabe status}: what runs, and whether it is ready. Exit code 0 only if all of it is. */
@Command(name = "status", description = "Says what runs.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--port-base", defaultValue = "9000", description = "As given to up.")
    private int portBase;

    @Override
    public Integer call() throws InterruptedException {
        Optional<RunState> found = RunState.read(portBase).filter(RunState::launcherAlive);
        if (found.isEmpty()) {
            System.out.println("Zugabe is not up on port base " + portBase + ".");
            return 1;
        }
        Ports ports = new Ports(portBase);
        HealthProbe probe = new HealthProbe();
        boolean all = true;
        for (Room room : Room.values()) {
            boolean ready = probe.isReady(ports.http(room));
            all &= ready;
            System.out.printf(
                    "%-24s %-9s gRPC 127.0.0.1:%d   http://127.0.0.1:%d%n",
                    room.module(), ready ? "ready" : "NOT READY", ports.grpc(room), ports.http(room));
        }
        all &= line("PostgreSQL", ports.postgres()) & line("Redis", ports.redis());
        System.out.println("data and logs            " + found.get().dataDirectory());
        return all ? 0 : 1;
    }

    private static boolean line(String name, int port) {
        boolean ready = Ports.accepts(port);
        System.out.printf("%-24s %-9s 127.0.0.1:%d%n", name, ready ? "ready" : "NOT READY", port);
        return ready;
    }
}
