package io.zugabe.quickstart.imports;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of the records of one import. Every refused record is written to a file with its line and
 * reason; the first few are shown. Safe for several threads.
 */
final class ImportReport implements AutoCloseable {

    private static final int SHOWN = 10;

    private final RejectedFile file;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final TreeMap<Long, StringBuilder> firstRejected = new TreeMap<>();
    private Set<Long> rejectedBefore = Set.of();
    private long earlier;
    private long stored;
    private long unchanged;
    private long rejected;
    private long notes;

    ImportReport(Path rejectedFile) {
        this.file = new RejectedFile(rejectedFile);
    }

    /** Where the rejected records of another part of the same import go. */
    Path sibling(String part) {
        return file.path().resolveSibling(part + "-" + file.path().getFileName());
    }

    /** Goes on with the list that an interrupted run left, as far as that run is known to have come. */
    synchronized void resume(long line) {
        try {
            rejectedBefore = file.keepUntil(line);
            rejected += rejectedBefore.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record that an interrupted run has dealt with. */
    synchronized void earlier(long line) {
        earlier += rejectedBefore.contains(line) ? 0 : 1;
    }

    synchronized void accepted(long count) {
        stored += count;
    }

    /** Records that were there already, just so. */
    synchronized void duplicates(long count) {
        unchanged += count;
    }

    synchronized void skipped(String why, long count) {
        skipped.merge(why, count, Long::sum);
    }

    /** Notes a record that was refused here. */
    void rejected(long line, String id, String problem) {
        rejected(line, id, List.of(new Fault("", problem)));
    }

    /** Notes a record that was refused, here or by a service. */
    synchronized void rejected(long line, String id, List<Fault> faults) {
        rejected++;
        for (Fault fault : faults) {
            String place = "line " + line + (id.isEmpty() ? "" : " (" + id + ")");
            firstRejected
                    .computeIfAbsent(line, each -> new StringBuilder())
                    .append("    ")
                    .append(place)
                    .append(": ")
                    .append(fault)
                    .append('\n');
            file.add(line, id, fault);
        }
        // what a service refuses of earlier lines is told after what is refused here
        if (firstRejected.size() > SHOWN) {
            firstRejected.pollLastEntry();
        }
    }

    /** Notes something that a person should know about a record that was not refused. */
    synchronized void noted(long line, String id, String remark) {
        notes++;
        file.add(line, id, new Fault("note", remark));
    }

    /** Makes sure that what was noted survives this process. */
    synchronized void flush() {
        file.flush();
    }

    synchronized long rejectedCount() {
        return rejected;
    }

    /** The counts in a few words. */
    synchronized String summary(String what) {
        return String.format(Locale.ROOT, "%,d %s", stored + unchanged, what)
                + (rejected == 0 ? "" : String.format(Locale.ROOT, " (%,d rejected: %s)", rejected, file.path()));
    }

    /** Prints the counts. */
    synchronized void print(PrintStream out, String what, double seconds) {
        long read = earlier
                + stored
                + unchanged
                + rejected
                + skipped.values().stream().mapToLong(Long::longValue).sum();
        out.printf(
                Locale.ROOT,
                "%s: %,d read, %,d stored, %,d unchanged, %,d rejected in %.1f s%n",
                what,
                read,
                stored,
                unchanged,
                rejected,
                seconds);
        if (earlier > 0) {
            out.printf(Locale.ROOT, "    %,10d stored before, by the run that was interrupted%n", earlier);
        }
        skipped.forEach((why, count) -> out.printf(Locale.ROOT, "    %,10d skipped: %s%n", count, why));
        if (rejected > 0) {
            firstRejected.values().forEach(out::print);
        }
        if (rejected > 0 || notes > 0) {
            out.printf(
                    Locale.ROOT,
                    "    all rejected records%s: %s%n",
                    notes == 0 ? "" : String.format(Locale.ROOT, " and %,d notes", notes),
                    file.path());
        }
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
