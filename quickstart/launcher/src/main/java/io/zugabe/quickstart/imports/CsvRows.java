package io.zugabe.quickstart.imports;

import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file as records. Where the file stops being CSV (a quote that is never closed), the
 * last record says so; the rows before it are not lost. Rows are numbered like lines, the header being 1.
 */
final class CsvRows implements Iterator<InputRecord> {

    private final Iterator<CSVRecord> rows;
    private long row = 1;
    private @Nullable InputRecord last;
    private boolean ended;

    CsvRows(CSVParser parser) {
        this.rows = parser.iterator();
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
            last = new InputRecord(
                    row + 1,
                    null,
                    "this row and all after it cannot be read as CSV (is a quote not closed?): " + e.getMessage());
            return true;
        }
    }

    @Override
    public InputRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (last != null) {
            InputRecord problem = last;
            last = null;
            return problem;
        }
        row++;
        CSVRecord cells = rows.next();
        return String.join("", cells).indexOf('\uFFFD') >= 0
                ? new InputRecord(row, null, "is not valid UTF-8: save the file as UTF-8")
                : new InputRecord(row, InputFile.toJson(cells), "");
    }
}
