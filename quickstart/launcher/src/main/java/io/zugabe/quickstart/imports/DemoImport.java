package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.quickstart.demoshop.DemoFile;
import io.zugabe.quickstart.demoshop.DemoShop;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.InputRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Brings the demo shop in, the way any other data comes in. */
public final class DemoImport {

    private final Connection connection;
    private final Path directory;

    /**
     * @param directory where lists of rejected records go
     */
    public DemoImport(Connection connection, Path directory) {
        this.connection = connection;
        this.directory = directory;
    }

    /** Products, relations and maker statements. Returns how many of each, as a text. */
    public String catalog() throws InterruptedException {
        try (ImportReport statements = report("statements");
                ImportReport products = report("products");
                ImportReport relations = report("relations")) {
            send(
                    DemoShop.statements(),
                    CatalogRecords::statement,
                    new CuratedUpload<>(
                            CuratedCalls.statements(connection.catalog()),
                            MakerStatement::getStatementId,
                            statements,
                            Retry.of(connection.catalog())),
                    statements);
            send(
                    DemoShop.products(),
                    CatalogRecords::product,
                    new ProductUpload(connection.catalog(), products),
                    products);
            send(
                    DemoShop.relations(),
                    CatalogRecords::relation,
                    new CuratedUpload<>(
                            CuratedCalls.relations(connection.catalog()),
                            Relation::getRelationId,
                            relations,
                            Retry.of(connection.catalog())),
                    relations);
            return products.summary("products") + ", " + relations.summary("relations") + ", "
                    + statements.summary("maker statements");
        }
    }

    /** Events from a file; goes on where an earlier, interrupted run was. Returns how many, as a text. */
    public String events(Path file, int portBase) throws IOException, InterruptedException {
        try (ImportReport report = report("events")) {
            Iterable<InputRecord> records = new InputFile(file)::iterator;
            new EventsImport(connection, Checkpoint.of(file, "demo", portBase), report)
                    .publish(EventsImport.merged(records, false, report), () -> {});
            return report.summary("events");
        }
    }

    private ImportReport report(String part) {
        return new ImportReport(directory.resolve("demo-rejected-" + part + ".tsv"));
    }

    private static <T> void send(
            List<DemoFile> files, Function<JsonNode, T> read, Upload<T> target, ImportReport report)
            throws InterruptedException {
        try (Upload<T> upload = target) {
            for (DemoFile file : files) {
                long line = 0;
                for (String text : file.lines()) {
                    Records.send(InputFile.parse(++line, text), read, upload, report);
                }
            }
        }
    }
}
