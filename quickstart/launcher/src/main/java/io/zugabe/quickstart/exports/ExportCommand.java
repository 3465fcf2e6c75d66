package io.zugabe.quickstart.exports;

import io.zugabe.quickstart.imports.Connection;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./zugabe export KIND FILE}. A file that is there is complete: it is written beside, then moved. */
@Command(name = "export", description = "Writes the catalog of a running Zugabe to a file.")
public final class ExportCommand implements Callable<Integer> {

    private static final Set<String> KINDS = Set.of("products", "relations", "statements");

    @Parameters(index = "0", paramLabel = "KIND", description = "products, relations, statements")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "where to, also .gz")
    private Path file = Path.of("");

    @Option(names = "--port-base", defaultValue = "9000", description = "As given to up.")
    private int portBase;

    @Option(
            names = "--format",
            description = "jsonl, csv, google-tsv, google-xml, schema-org; else as the name of the file says.")
    private String formatName = "";

    @Option(names = "--link", description = "Page of a product, with {id} in it: https://shop.example/p/{id}")
    private String link = "";

    private long written;
    private long leftOut;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!KINDS.contains(kind)) {
            throw RejectedRecord.value("KIND", kind, "must be products, relations or statements");
        }
        Format format = formatName.isEmpty() ? byName(file.getFileName().toString()) : Format.of(formatName);
        requireWritable();
        long begin = System.nanoTime();
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        boolean finished = false;
        try {
            write(format, unfinished);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            finished = true;
        } finally {
            if (!finished) {
                Files.deleteIfExists(unfinished);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %,d written to %s in %.1f s%n",
                kind,
                written,
                file,
                (System.nanoTime() - begin) / 1e9);
        if (leftOut > 0) {
            System.out.printf(Locale.ROOT, "    %,10d left out: %s has no words for them%n", leftOut, format.label());
        }
        return 0;
    }

    private void write(Format format, Path unfinished) throws IOException, InterruptedException {
        try (Connection connection = Connection.toCatalog(portBase);
                Writer out = writer(unfinished)) {
            CatalogPages pages = new CatalogPages(connection.catalog());
            switch (kind) {
                case "products" -> written = new ProductsExport(pages, link).write(format, out);
                case "relations" -> {
                    RelationsExport relations = new RelationsExport(pages);
                    written = relations.write(format, out);
                    leftOut = relations.leftOut();
                }
                case "statements" -> {
                    StatementsExport statements = new StatementsExport(pages);
                    written = statements.write(format, out);
                    leftOut = statements.leftOut();
                }
                default -> throw new IllegalStateException(kind + " is none of " + KINDS);
            }
        }
    }

    private void requireWritable() {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || (folder != null && !Files.isWritable(folder))) {
            throw new RejectedRecord("file", file + " cannot be written: is the path right?");
        }
    }

    private Writer writer(Path target) throws IOException {
        OutputStream bytes = Files.newOutputStream(target);
        boolean zipped = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new BufferedWriter(
                new OutputStreamWriter(zipped ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8),
                1 << 16);
    }

    private static Format byName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        int dot = name.lastIndexOf('.');
        return switch (name.substring(dot + 1)) {
            case "csv" -> Format.CSV;
            case "tsv" -> Format.GOOGLE_TSV;
            case "xml", "rss" -> Format.GOOGLE_XML;
            case "jsonld" -> Format.SCHEMA_ORG;
            case "jsonl", "ndjson", "json" -> Format.JSONL;
            default ->
                throw RejectedRecord.value(
                        "file",
                        fileName,
                        "tells no format by its name: end it in .jsonl, .csv, .tsv, .xml or .jsonld, or add --format, one of "
                                + Format.labels());
        };
    }
}
