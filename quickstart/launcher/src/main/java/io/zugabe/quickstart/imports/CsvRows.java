package io.zugabe.quickstart.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file with a header. Where the file stops being CSV (a quote that is never closed), the
 * last row says so; the rows before it are not lost. Rows are numbered like lines, the header being 1.
 */
final class CsvRows implements Iterator<CsvRows.Row> {

    /**
     * One row.
     *
     * @param cells the row; null if it could not be read
     * @param problem why the row could not be read; empty if it could
     */
    record Row(long line, @Nullable CSVRecord cells, String problem) {}

    private final Iterator<CSVRecord> rows;
    private long row = 1;
    private @Nullable Row last;
    private boolean ended;

    CsvRows(Reader reader) throws IOException {
        this.rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(reader)
                .iterator();
    }

    @Override
    public boolean hasNext() {
        if (ended) {
            return last != null;
        }
        try {
            ended = !rows.hasNext();
            return !ended;
        } catch (UncheckedIOException e) {
            ended = true;
            last = new Row(
                    row + 1,
                    null,
                    "this row and all after it cannot be read as CSV (is a quote not closed?): " + e.getMessage());
            return true;
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (last != null) {
            Row problem = last;
            last = null;
            return problem;
        }
        row++;
        CSVRecord cells = rows.next();
        return String.join("", cells).indexOf('\uFFFD') >= 0
                ? new Row(row, null, "is not valid UTF-8: save the file as UTF-8")
                : new Row(row, cells, "");
    }
}
