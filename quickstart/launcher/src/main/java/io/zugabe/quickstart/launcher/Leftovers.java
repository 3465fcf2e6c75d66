package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a launcher that was killed left running: its services, its Redis, and PostgreSQL on its data. */
final class Leftovers {

    private static final int STOP_SECONDS = 10;

    private final List<ProcessHandle> children;
    private final Path dataDirectory;

    private Leftovers(List<ProcessHandle> children, Path dataDirectory) {
        this.children = children;
        this.dataDirectory = dataDirectory;
    }

    /** What a run left, as far as its state tells. */
    static Leftovers of(RunState state) {
        return new Leftovers(state.livingChildren(), state.dataDirectory());
    }

    /** What still works on a data folder. */
    static Leftovers ofData(Path dataDirectory) {
        return new Leftovers(List.of(), dataDirectory);
    }

    /** Ends them, gently first. Returns how many there were. */
    int clear() {
        List<ProcessHandle> processes = new ArrayList<>(children);
        processes.addAll(postmaster());
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            awaitEnd(process);
        }
        return processes.size();
    }

    /** PostgreSQL detaches from its starter; its data folder names its process. */
    private List<ProcessHandle> postmaster() {
        Path file = dataDirectory.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().trim());
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("postgres"))
                    .stream()
                    .toList();
        } catch (IOException | NumberFormatException e) {
            return List.of();
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
