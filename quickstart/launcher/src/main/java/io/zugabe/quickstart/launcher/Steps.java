package io.zugabe.quickstart.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints what is being done, and how long it took. */
final class Steps {

    /** Work that may fail. */
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private final PrintStream out;

    Steps(PrintStream out) {
        this.out = out;
    }

    <T> T run(String name, Work<T> work) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        T result = work.run();
        note(name, Duration.between(begin, Instant.now()), "");
        return result;
    }

    /** Runs work whose result is worth a few words. */
    void describe(String name, Work<String> work) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        String detail = work.run();
        note(name, Duration.between(begin, Instant.now()), detail);
    }

    private void note(String name, Duration took, String detail) {
        out.printf(Locale.ROOT, "  %-24s %5.1f s  %s%n", name, took.toMillis() / 1000.0, detail);
        out.flush();
    }
}
