package io.zugabe.quickstart.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the records of one import. Every refused record is written to a file with its line and
 * reason; the first few are shown. Safe for several threads.
 */
final class ImportReport implements AutoCloseable {

    private static final int SHOWN = 10;

    private final Path rejectedFile;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final StringBuilder firstRejected = new StringBuilder();
    private @Nullable PrintWriter rejectedWriter;
    private long accepted;
    private long duplicates;
    private long rejected;

    ImportReport(Path rejectedFile) {
        this.rejectedFile = rejectedFile;
    }

    /** Where the rejected records of another part of the same import go. */
    Path sibling(String part) {
        return rejectedFile.resolveSibling(part + "-" + rejectedFile.getFileName());
    }

    synchronized void accepted(long count) {
        accepted += count;
    }

    synchronized void duplicates(long count) {
        duplicates += count;
    }

    synchronized void skipped(String why, long count) {
        skipped.merge(why, count, Long::sum);
    }

    /** Notes a record that was refused, here or by a service. */
    synchronized void rejected(long line, String id, String problem) {
        rejected++;
        String entry = "line " + line + (id.isEmpty() ? "" : " (" + id + ")") + ": " + problem;
        if (rejected <= SHOWN) {
            firstRejected.append("    ").append(entry).append('\n');
        }
        writer().println(entry);
    }

    synchronized long rejectedCount() {
        return rejected;
    }

    /** The counts in a few words. */
    synchronized String summary(String what) {
        return String.format(Locale.ROOT, "%,d %s", accepted + duplicates, what)
                + (rejected == 0 ? "" : String.format(Locale.ROOT, " (%,d rejected: %s)", rejected, rejectedFile));
    }

    /** Prints the counts. */
    synchronized void print(PrintStream out, String what, double seconds) {
        out.printf(
                Locale.ROOT,
                "%s: %,d accepted, %,d there already, %,d rejected in %.1f s%n",
                what,
                accepted,
                duplicates,
                rejected,
                seconds);
        skipped.forEach((why, count) -> out.printf(Locale.ROOT, "    %,10d skipped: %s%n", count, why));
        if (rejected > 0) {
            out.print(firstRejected);
            out.println("    all rejected records: " + rejectedFile);
        }
    }

    private PrintWriter writer() {
        if (rejectedWriter == null) {
            try {
                Files.createDirectories(rejectedFile.toAbsolutePath().getParent());
                rejectedWriter = new PrintWriter(Files.newBufferedWriter(rejectedFile, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rejectedWriter;
    }

    @Override
    public synchronized void close() {
        if (rejectedWriter != null) {
            rejectedWriter.close();
        }
    }
}
