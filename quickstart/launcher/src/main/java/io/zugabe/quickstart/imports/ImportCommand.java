package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.rpc.Status;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Relation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./zugabe import KIND FILE}. Exit code 0 if nothing was rejected, 2 if something was. */
@Command(name = "import", description = "Brings a file into a running Zugabe.")
public final class ImportCommand implements Callable<Integer> {

    private static final int SOMETHING_REJECTED = 2;

    /** What a file holds. */
    enum Kind {
        PRODUCTS,
        RELATIONS,
        STATEMENTS,
        EVENTS,
        ONLINE_RETAIL;

        static Kind of(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new RejectedRecord(
                        "KIND", "\"" + name + "\" must be products, relations, statements, events or online-retail");
            }
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "products, relations, statements, events, online-retail")
    private String kindName = "";

    @Parameters(index = "1", paramLabel = "FILE", description = ".jsonl or .csv, also .gz")
    private Path file = Path.of("");

    @Option(names = "--port-base", defaultValue = "9000", description = "As given to up.")
    private int portBase;

    @Option(names = "--rejected", description = "Where to list rejected records.")
    private @Nullable Path rejected;

    @Option(names = "--currency", defaultValue = "EUR", description = "The shop's currency (online-retail only).")
    private String currency = "EUR";

    @Option(
            names = "--rate",
            defaultValue = "1",
            description =
                    "What a pound is in the shop's currency (online-retail only; 1 keeps the numbers of the file).")
    private BigDecimal rate = BigDecimal.ONE;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Kind kind = Kind.of(kindName);
        Path rejectedFile = rejected == null
                ? Checkpoint.folder()
                        .resolve("rejected-" + kindName + "-"
                                + ProcessHandle.current().pid() + ".txt")
                : rejected;
        long begin = System.nanoTime();
        try (Connection connection = new Connection(portBase);
                ImportReport report = new ImportReport(rejectedFile)) {
            switch (kind) {
                case PRODUCTS -> products(connection, report);
                case RELATIONS ->
                    curated(
                            report,
                            CatalogRecords::relation,
                            Relation::getRelationId,
                            CuratedCalls.relations(connection.catalog()));
                case STATEMENTS ->
                    curated(
                            report,
                            CatalogRecords::statement,
                            MakerStatement::getStatementId,
                            CuratedCalls.statements(connection.catalog()));
                case EVENTS -> events(connection, report);
                case ONLINE_RETAIL -> {
                    return onlineRetail(connection, report, begin);
                }
            }
            report.print(System.out, kindName, seconds(begin));
            return report.rejectedCount() == 0 ? 0 : SOMETHING_REJECTED;
        }
    }

    private void products(Connection connection, ImportReport report) throws IOException, InterruptedException {
        upload(new ProductUpload(connection.catalog(), report), report, CatalogRecords::product);
    }

    private <T> void curated(
            ImportReport report,
            Function<JsonNode, T> read,
            Function<T, String> id,
            Function<List<T>, List<Status>> upsert)
            throws IOException, InterruptedException {
        upload(new CuratedUpload<>(upsert, id, report), report, read);
    }

    private <T> void upload(Upload<T> target, ImportReport report, Function<JsonNode, T> read)
            throws IOException, InterruptedException {
        try (Stream<InputRecord> records = new InputFile(file).records();
                ProgressBar bar = Progress.bar(kindName, -1);
                Upload<T> upload = target) {
            for (InputRecord record : (Iterable<InputRecord>) records::iterator) {
                Records.send(record, read, upload, report);
                bar.step();
            }
        }
    }

    private void events(Connection connection, ImportReport report) throws IOException, InterruptedException {
        InputFile input = new InputFile(file);
        boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).contains(".csv");
        try (ProgressBar bar = Progress.bar(kindName, -1)) {
            new EventsImport(connection, Checkpoint.of(file, kindName, portBase), report)
                    .publish(EventsImport.merged(input::iterator, csv, report), bar::step);
        }
    }

    private int onlineRetail(Connection connection, ImportReport rows, long begin)
            throws IOException, InterruptedException {
        RetailHistory history = new RetailHistory(currency, rate);
        try (ImportReport products = new ImportReport(rows.sibling("products"));
                ImportReport events = new ImportReport(rows.sibling("events"))) {
            new OnlineRetailImport(connection, history, System.out)
                    .run(file, Checkpoint.of(file, kindName, portBase), rows, products, events);
            rows.print(System.out, "rows", seconds(begin));
            products.print(System.out, "products", seconds(begin));
            events.print(System.out, "orders and returns", seconds(begin));
            System.out.printf("Amounts: 1 GBP of the file was taken as %s %s.%n", rate.toPlainString(), currency);
            boolean clean = rows.rejectedCount() + products.rejectedCount() + events.rejectedCount() == 0;
            return clean ? 0 : SOMETHING_REJECTED;
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
