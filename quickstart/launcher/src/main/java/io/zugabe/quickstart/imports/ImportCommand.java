package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.zugabe.quickstart.imports.mapping.Mapping;
import io.zugabe.quickstart.imports.mapping.MappingFile;
import io.zugabe.quickstart.imports.rules.RulesImport;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        OFFERS,
        RULES,
        EVENTS,
        ONLINE_RETAIL;

        static Kind of(String name) {
            try {
                return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new RejectedRecord(
                        "KIND",
                        "\"" + name
                                + "\" must be products, offers, relations, statements, rules, events or online-retail");
            }
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "products, offers, relations, statements, rules, events, online-retail")
    private String kindName = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON Lines, CSV, or a feed (docs/imports.md), also .gz; several, or a folder of them")
    private List<Path> paths = List.of();

    @Option(names = "--port-base", defaultValue = "9000", description = "As given to up.")
    private int portBase;

    @Option(names = "--format", description = "jsonl, csv, google-tsv, google-xml, schema-org; else it is found out.")
    private String formatName = "";

    @Option(names = "--mapping", description = "What the columns or attributes mean (YAML; products and offers only).")
    private @Nullable Path mappingFile;

    @Option(names = "--encoding", description = "Encoding of the file, for instance windows-1252.")
    private String encoding = "";

    @Option(
            names = "--keep-unreadable",
            description = "Keep values that cannot be read as declared, as text and flagged (products only).")
    private boolean keepUnreadable;

    @Option(names = "--dry-run", description = "Show what rules would change; publish nothing (rules only).")
    private boolean dryRun;

    @Option(names = "--actor", description = "Who brings rules in; kept with them (rules only).")
    private String actor = Actor.ofAccount();

    @Option(names = "--rejected", description = "Where to list rejected records (tab-separated).")
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
        if (mappingFile != null && kind != Kind.PRODUCTS && kind != Kind.OFFERS) {
            throw new RejectedRecord(
                    "--mapping", "is for products and offers; " + kindName + " are read by their names");
        }
        List<Path> files = Folders.opened(paths);
        if (rejected != null && files.size() > 1) {
            throw new RejectedRecord("--rejected", "is for one file; there are " + files.size());
        }
        int worst = 0;
        for (Path file : files) {
            String what = files.size() == 1 ? kindName : kindName + " of " + file;
            worst = Math.max(worst, kind == Kind.RULES ? rules(file) : records(kind, file, what));
        }
        return worst;
    }

    private int records(Kind kind, Path file, String what) throws IOException, InterruptedException {
        Mapping mapping = mappingFile == null ? Mapping.NONE : MappingFile.read(mappingFile);
        InputFile input = new InputFile(
                file,
                formatName.isEmpty() ? null : Format.of(formatName),
                encoding.isEmpty() ? mapping.encoding() : encoding,
                mapping.separator());
        Checkpoint checkpoint =
                Checkpoint.of(file, kindName, portBase, input.format().label(), String.valueOf(mapping.hashCode()));
        long begin = System.nanoTime();
        try (Connection connection = Connection.toCatalog(portBase);
                ImportReport report = new ImportReport(rejected == null ? checkpoint.rejectedFile() : rejected)) {
            CatalogImport catalog = new CatalogImport(connection.catalog(), input, report);
            switch (kind) {
                case PRODUCTS -> catalog.products(mapping, keepUnreadable, Instant.now(), checkpoint);
                case OFFERS -> catalog.offers(mapping, checkpoint);
                case RELATIONS -> catalog.relations();
                case STATEMENTS -> catalog.statements();
                case RULES -> throw new IllegalStateException("rules are no records");
                case EVENTS -> events(connection, input, checkpoint, report);
                case ONLINE_RETAIL -> {
                    return onlineRetail(connection, file, checkpoint, report, begin);
                }
            }
            report.print(System.out, what, seconds(begin));
            return report.rejectedCount() == 0 ? 0 : SOMETHING_REJECTED;
        }
    }

    private int rules(Path file) throws IOException {
        InputFile.requireReadable(file);
        try (Connection connection = Connection.toCatalog(portBase)) {
            Channel catalog = ClientInterceptors.intercept(connection.catalog(), Actor.named(actor));
            return new RulesImport(catalog, System.out).run(file, !dryRun) ? 0 : SOMETHING_REJECTED;
        }
    }

    private static void events(Connection connection, InputFile input, Checkpoint checkpoint, ImportReport report)
            throws IOException, InterruptedException {
        connection.requireSegmentation();
        boolean csv = input.format() == Format.CSV;
        try (ProgressBar bar = Progress.bytes("events", input)) {
            new EventsImport(connection, checkpoint, report)
                    .publish(EventsImport.merged(input::iterator, csv, report), Progress.step(bar, input, report));
        }
    }

    private int onlineRetail(Connection connection, Path file, Checkpoint checkpoint, ImportReport rows, long begin)
            throws IOException, InterruptedException {
        connection.requireSegmentation();
        RetailHistory history = new RetailHistory(currency, rate);
        try (ImportReport products = new ImportReport(rows.sibling("products"));
                ImportReport events = new ImportReport(rows.sibling("events"))) {
            new OnlineRetailImport(connection, history, System.out).run(file, checkpoint, rows, products, events);
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
