package io.zugabe.quickstart.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./zugabe down}: ends what {@code up} started, also if its launcher was killed. */
@Command(name = "down", description = "Ends what up started.")
final class DownCommand implements Callable<Integer> {

    private static final int LAUNCHER_SECONDS = 60;

    @Option(names = "--port-base", defaultValue = "9000", description = "As given to up.")
    private int portBase;

    @Override
    public Integer call() throws Exception {
        Optional<RunState> found = RunState.read(portBase);
        if (found.isEmpty()) {
            System.out.println("Zugabe is not up on port base " + portBase + ".");
            return 0;
        }
        RunState state = found.get();
        if (state.launcherAlive()) {
            ProcessHandle launcher = state.launcher().handle().orElseThrow();
            launcher.destroy();
            launcher.onExit().get(LAUNCHER_SECONDS, TimeUnit.SECONDS);
        }
        int leftovers = Leftovers.of(state).clear();
        RunState.delete(portBase);
        System.out.println(
                leftovers == 0
                        ? "Zugabe is down."
                        : "Zugabe is down; " + leftovers + " left-over processes were ended.");
        return 0;
    }
}
