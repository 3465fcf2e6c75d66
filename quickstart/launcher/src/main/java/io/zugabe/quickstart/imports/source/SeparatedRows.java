package io.zugabe.quickstart.imports.source;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of separated values with a header. A row that is none, because a quote is not closed or
 * because cells are missing, spoils its own line only: reading goes on at the line after it. (A general
 * CSV parser cannot do that: to it everything behind an open quote is one cell.)
 */
public final class SeparatedRows implements Iterator<SeparatedRows.Row> {

    private static final int MOST_LINES = 500;
    private static final int MOST_CHARACTERS = 1 << 20;

    /** With fewer columns a line of a longer text is too easily taken for a row. */
    private static final int TELLING_COLUMNS = 3;

    /**
     * One row.
     *
     * @param line where it starts, the header being line 1
     * @param cells cells by column, columns that come twice joined in a list; null if it could not be read
     * @param problem why it could not be read; empty if it could
     */
    public record Row(long line, @Nullable Map<String, List<String>> cells, String problem) {

        /** The cell of a column that must be there. */
        public String get(String column) {
            List<String> values = cells == null ? null : cells.get(column);
            if (values == null) {
                throw new RejectedRecord("header", "has no column \"" + column + "\"");
            }
            return values.getFirst();
        }
    }

    private final TextLines lines;
    private final char separator;
    private final Deque<TextLines.Line> ahead = new ArrayDeque<>();
    private final List<String> header;
    private @Nullable Row next;

    /** Comma-separated rows. */
    public SeparatedRows(Reader reader) {
        this(reader, ',');
    }

    SeparatedRows(Reader reader, char separator) {
        this.lines = new TextLines(reader);
        this.separator = separator;
        TextLines.Line first = nextLine();
        this.header = first == null
                ? List.of()
                : SeparatedCells.read(first.text(), separator).cells();
    }

    /** The names of the columns, as written. */
    public List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            TextLines.Line line = nextLine();
            next = line == null ? null : read(line);
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }

    private Row read(TextLines.Line first) {
        if (first.tooLong()) {
            return broken(first, first.problem());
        }
        List<TextLines.Line> taken = new ArrayList<>(List.of(first));
        StringBuilder text = new StringBuilder(first.text());
        SeparatedCells cells = SeparatedCells.read(first.text(), separator);
        while (cells.state() == SeparatedCells.State.OPEN) {
            TextLines.Line line = taken.size() < MOST_LINES && text.length() < MOST_CHARACTERS ? lineAsIs() : null;
            if (line == null) {
                break;
            }
            taken.add(line);
            text.append('\n').append(line.text());
            if (line.text().indexOf('"') >= 0) {
                cells = SeparatedCells.read(text.toString(), separator);
            }
        }
        String problem = problem(cells, taken);
        if (!problem.isEmpty()) {
            for (int i = taken.size() - 1; i > 0; i--) {
                ahead.addFirst(taken.get(i));
            }
            return broken(first, problem);
        }
        return text.indexOf("\uFFFD") >= 0
                ? broken(first, TextLines.NOT_UTF8)
                : new Row(first.number(), byColumn(cells.cells()), "");
    }

    private String problem(SeparatedCells read, List<TextLines.Line> taken) {
        if (read.state() != SeparatedCells.State.COMPLETE) {
            return "a quote is not closed, or is followed by more text; double quotes within a quoted cell";
        }
        int cells = read.cells().size();
        boolean surplusIsEmpty = cells > header.size()
                && read.cells().subList(header.size(), cells).stream().allMatch(String::isEmpty);
        if (cells != header.size() && !surplusIsEmpty) {
            return "has %,d cells; the header has %,d".formatted(cells, header.size());
        }
        return swallowsRows(taken) ? "a quote is not closed in this line: rows after it look like part of a cell" : "";
    }

    /** Whether all lines inside a cell are rows of their own: then its quote was never meant to be open. */
    private boolean swallowsRows(List<TextLines.Line> taken) {
        return header.size() >= TELLING_COLUMNS
                && taken.size() > 2
                && taken.subList(1, taken.size() - 1).stream()
                        .map(line -> SeparatedCells.read(line.text(), separator))
                        .allMatch(inner -> inner.cells().size() == header.size());
    }

    private Map<String, List<String>> byColumn(List<String> cells) {
        Map<String, List<String>> values = LinkedHashMap.newLinkedHashMap(header.size());
        for (int i = 0; i < header.size(); i++) {
            values.merge(header.get(i), List.of(cells.get(i)), SeparatedRows::joined);
        }
        return values;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Row broken(TextLines.Line line, String problem) {
        return new Row(line.number(), null, problem);
    }

    /** The next line that is not blank. */
    private TextLines.@Nullable Line nextLine() {
        TextLines.Line line = lineAsIs();
        while (line != null && line.text().isBlank()) {
            line = lineAsIs();
        }
        return line;
    }

    private TextLines.@Nullable Line lineAsIs() {
        TextLines.Line line = ahead.poll();
        return line == null ? lines.next() : line;
    }
}
