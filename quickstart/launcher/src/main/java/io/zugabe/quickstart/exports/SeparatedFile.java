package io.zugabe.quickstart.exports;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows under a header, separated by commas or tabs, quoted where needed. */
final class SeparatedFile implements AutoCloseable {

    private final List<String> columns;
    private final CSVPrinter printer;

    SeparatedFile(Writer out, char separator, List<String> columns) throws IOException {
        this.columns = List.copyOf(columns);
        this.printer = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setRecordSeparator('\n')
                .get()
                .print(out);
        printer.printRecord(columns);
    }

    /** Writes the cells of a row by column; what has no column is left out. */
    void write(Map<String, String> cells) throws IOException {
        printer.printRecord(
                columns.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }
}
