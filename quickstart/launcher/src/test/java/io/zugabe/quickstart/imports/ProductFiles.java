package io.zugabe.quickstart.imports;

import io.zugabe.quickstart.imports.mapping.Mapping;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Imports products and relations for tests of other packages. */
public final class ProductFiles {

    private ProductFiles() {}

    /** Imports a file and returns the list of rejected records; empty if all were stored. */
    public static String load(FakeCatalog catalog, Path path, Format format) throws IOException, InterruptedException {
        return load(catalog, path, format, Mapping.NONE);
    }

    /** Imports a file with a mapping and returns the list of rejected records; empty if all were stored. */
    public static String load(FakeCatalog catalog, Path path, Format format, Mapping mapping)
            throws IOException, InterruptedException {
        Path rejected = path.resolveSibling("rejected.tsv");
        Checkpoint checkpoint =
                Checkpoint.of(path, "products", catalog.channel().hashCode());
        try (ImportReport report = new ImportReport(rejected)) {
            new CatalogImport(catalog.channel(), new InputFile(path, format, "", mapping.separator()), report)
                    .products(mapping, false, Instant.parse("2026-11-22T12:00:00Z"), checkpoint);
        }
        return Files.exists(rejected) ? Files.readString(rejected) : "";
    }

    /** Imports relations and returns the list of rejected records; empty if all were stored. */
    public static String relations(FakeCatalog catalog, Path path, Format format, Path rejected)
            throws IOException, InterruptedException {
        try (ImportReport report = new ImportReport(rejected)) {
            new CatalogImport(catalog.channel(), new InputFile(path, format, "", ""), report).relations();
        }
        return Files.exists(rejected) ? Files.readString(rejected) : "";
    }
}
