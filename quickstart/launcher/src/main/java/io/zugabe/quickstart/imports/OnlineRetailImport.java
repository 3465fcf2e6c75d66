package io.zugabe.quickstart.imports;

import io.zugabe.catalog.v1.Product;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.SeparatedRows;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;

/** Brings UCI Online Retail in: products, orders and returns, through the public API. */
final class OnlineRetailImport {

    private final Connection connection;
    private final RetailHistory history;
    private final RetailCensus census = new RetailCensus();
    private final PrintStream out;

    OnlineRetailImport(Connection connection, RetailHistory history, PrintStream out) {
        this.connection = connection;
        this.history = history;
        this.out = out;
    }

    void run(Path file, Checkpoint checkpoint, ImportReport rows, ImportReport products, ImportReport events)
            throws IOException, InterruptedException {
        read(file, rows);
        out.println("In the file:");
        census.print(out);
        List<Product> all = history.products();
        try (ProgressBar bar = Progress.bar("products", all.size());
                ProductUpload upload = new ProductUpload(connection.catalog(), products)) {
            long line = 0;
            for (Product product : all) {
                upload.add(++line, product);
                bar.step();
            }
        }
        List<EventsImport.Sourced> sourced = history.events();
        try (ProgressBar bar = Progress.bar("orders and returns", sourced.size())) {
            new EventsImport(connection, checkpoint, events).publish(sourced, bar::step);
        }
    }

    private void read(Path file, ImportReport report) throws IOException {
        try (Reader reader = new InputFile(file).open();
                ProgressBar bar = Progress.bar("reading", -1)) {
            SeparatedRows rows = new SeparatedRows(reader);
            while (rows.hasNext()) {
                take(rows.next(), report);
                bar.step();
            }
        }
    }

    private void take(SeparatedRows.Row source, ImportReport report) {
        if (source.cells() == null) {
            report.rejected(source.line(), "", source.problem());
            return;
        }
        RetailRow row;
        try {
            row = RetailRow.of(source);
        } catch (IllegalArgumentException | DateTimeException e) {
            report.rejected(source.line(), "", String.valueOf(e.getMessage()));
            return;
        }
        census.count(row);
        String why = history.take(row);
        if (why.isEmpty()) {
            report.accepted(1);
        } else {
            report.skipped(why, 1);
        }
    }
}
