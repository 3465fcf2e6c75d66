package io.zugabe.quickstart.imports;

import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The list of rejected records: tab-separated, with a header, one row for everything that is wrong with a
 * record. It is there only if something was rejected.
 */
final class RejectedFile {

    private static final String HEADER = "line\tid\tfield\tvalue\tproblem";
    private static final Pattern QUOTED_VALUE = Pattern.compile("(?s)^\"(.*?)\" (.*)$");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final Path path;
    private @Nullable PrintWriter writer;
    private boolean resumed;

    RejectedFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Keeps the rows of an earlier run up to a line, and returns the lines of the records that they reject. */
    Set<Long> keepUntil(long lastLine) throws IOException {
        if (lastLine == 0 || !Files.exists(path)) {
            return Set.of();
        }
        Set<Long> rejectedLines = new HashSet<>();
        Path kept = path.resolveSibling(path.getFileName() + ".kept");
        try (Stream<String> rows = Files.lines(path);
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(kept))) {
            rows.filter(row -> row.equals(HEADER) || line(row) <= lastLine).forEach(row -> {
                out.println(row);
                if (!row.equals(HEADER) && !row.split("\t", -1)[2].equals("note")) {
                    rejectedLines.add(line(row));
                }
            });
        }
        Files.move(kept, path, StandardCopyOption.REPLACE_EXISTING);
        resumed = true;
        return rejectedLines;
    }

    void add(long line, String id, Fault fault) {
        Matcher quoted = QUOTED_VALUE.matcher(fault.problem());
        boolean hasValue = quoted.matches();
        writer().println(String.join(
                "\t",
                String.valueOf(line),
                cell(RejectedRecord.shortened(id)),
                cell(fault.field()),
                hasValue ? cell(quoted.group(1)) : "",
                cell(hasValue ? quoted.group(2) : fault.problem())));
    }

    void flush() {
        if (writer != null) {
            writer.flush();
        }
    }

    void close() {
        if (writer != null) {
            writer.close();
        }
    }

    private PrintWriter writer() {
        if (writer == null) {
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                writer = new PrintWriter(
                        resumed
                                ? Files.newBufferedWriter(path, StandardCharsets.UTF_8, StandardOpenOption.APPEND)
                                : Files.newBufferedWriter(path, StandardCharsets.UTF_8));
                if (!resumed) {
                    writer.println(HEADER);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return writer;
    }

    private static long line(String row) {
        int tab = row.indexOf('\t');
        try {
            return tab < 0 ? Long.MAX_VALUE : Long.parseLong(row.substring(0, tab));
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String cell(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }
}
