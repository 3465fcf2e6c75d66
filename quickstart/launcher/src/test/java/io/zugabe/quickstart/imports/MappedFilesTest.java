package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.imports.mapping.Mapping;
import io.zugabe.quickstart.imports.mapping.MappingFile;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose columns a mapping explains. */
@Proves("O3")
class MappedFilesTest {

    private static final String FIELDS = """
            fields:
              id: Nummer
              type: {constant: t}
              name: Titel
              price: {from: Preis, decimal: ","}
            """;

    @TempDir
    Path folder;

    private FakeCatalog catalog;

    @BeforeEach
    void start() throws IOException {
        catalog = new FakeCatalog();
    }

    @AfterEach
    void stop() throws InterruptedException {
        catalog.close();
    }

    @Test
    void columnThatTheFileLacks_isRefusedBeforeAnythingIsSent() throws Exception {
        Path file = write("a.csv", "Nummer;Titel;Preis;Akku\nA1;T;1,00 EUR;LP-E6\n");
        Mapping mapping = MappingFile.of(FIELDS + "attributes: {battery_models: {from: Akkus, split: \"|\"}}");
        String problem = refusal(file, Format.CSV, mapping);
        assertEquals(
                "--mapping: \"Akkus\" of attributes.battery_models is no column of the file;"
                        + " there are Akku, Nummer, Preis, Titel",
                problem);
        assertEquals(0, catalog.batches());
    }

    @ParameterizedTest
    @CsvSource({"a.csv,CSV,','", "a.tsv,GOOGLE_TSV,'\t'"})
    void headerWithoutId_isRefusedOnceWithTheColumns(String name, Format format, String separator) throws Exception {
        Path file =
                write(name, String.join(separator, "sku", "title") + "\n" + String.join(separator, "1", "T") + "\n");
        String problem = refusal(file, format, Mapping.NONE);
        assertTrue(
                problem.startsWith("header: has no column \"id\"; there are sku, title; known are brand, "), problem);
        assertTrue(problem.contains("--mapping FILE"), problem);
        assertEquals(0, catalog.batches());
    }

    @Test
    void headerInAnotherEncoding_isRefusedWithTheOptionForIt() throws Exception {
        Path file = folder.resolve("a.csv");
        Files.write(file, "Nummer;Größe\nA1;1\n".getBytes(Charset.forName("windows-1252")));
        String problem = refusal(file, Format.CSV, MappingFile.of("fields: {id: Nummer, model: Größe}"));
        assertTrue(problem.contains("\"Größe\" of fields.model is no column"), problem);
        assertTrue(problem.contains("--encoding windows-1252"), problem);
    }

    @Test
    void googleColumns_areKnownByTheirAttributes() throws Exception {
        Path file = write(
                "a.tsv",
                "ID\tTitle\tprice\tproduct detail\tproduct_detail(attribute_name:attribute_value)\n"
                        + "x\tT\t1.00 EUR\t\tMount:RF\n");
        Mapping mapping = MappingFile.of("attributes: {mount: \"product_detail:Lens:Mount\", title: title}");
        assertEquals("", ProductFiles.load(catalog, file, Format.GOOGLE_TSV, mapping));
        assertTrue(refusal(file, Format.GOOGLE_TSV, MappingFile.of("attributes: {colour: color}"))
                .contains("there are id, price, product_detail, title"));
    }

    @Test
    void amountsWithDecimalCommas_mayNameTheirCurrency() throws Exception {
        Path file = write(
                "a.csv",
                "Nummer;Titel;Preis\nA1;T;10,00 EUR\nA2;T;1.299,50€\nA3;T;EUR 3,20\nA4;T;€ 1.000\nA5;T;5,00\n");
        assertEquals("", ProductFiles.load(catalog, file, Format.CSV, MappingFile.of("currency: EUR\n" + FIELDS)));
        assertEquals(
                List.of("A1", "A2", "A3", "A4", "A5"),
                List.copyOf(catalog.products().keySet()));
        assertEquals(
                List.of(10L, 1_299L, 3L, 1_000L, 5L),
                catalog.products().values().stream()
                        .map(product -> product.getPrice().getUnits())
                        .toList());
    }

    @Test
    void rejectedRow_keepsItsIdAndSaysWhatTheMappingCanDo() throws Exception {
        Path file = write("a.csv", "Nummer;Titel;Preis;Art\nA1;T;5,00;x\nA2;T;1,00 EUR;y\n");
        String rejected = ProductFiles.load(
                catalog,
                file,
                Format.CSV,
                MappingFile.of(FIELDS.replace("{constant: t}", "{from: Art, values: {x: t}, otherwise: reject}")));
        List<String> rows = rejected.lines().toList();
        assertEquals(3, rows.size(), rejected);
        assertTrue(rows.get(1).startsWith("2\tA1\tprice\t5.00\t"), rejected);
        assertTrue(rows.get(1).contains("a mapping file can say currency: EUR"), rejected);
        assertTrue(rows.get(2).startsWith("3\tA2\ttype\ty\t"), rejected);
    }

    @Test
    void amountWithComma_isRejectedWithBothHints() throws Exception {
        Path file = write("b.csv", "id;type;name;price\nA1;t;T;5,00\n");
        String rejected = ProductFiles.load(catalog, file, Format.CSV);
        assertTrue(rejected.contains("decimal: \",\" beside the column"), rejected);
        assertTrue(rejected.contains("and currency: EUR"), rejected);
    }

    @Test
    void offers_areReadByTheMappingOfProducts() throws Exception {
        Path file = write("a.tsv", "Nummer\tPreis\tBestand\nA1\t1.299,50\t3\n");
        Mapping mapping = MappingFile.of("currency: EUR\n" + FIELDS + "  stock: Bestand\n");
        List<OfferPatch> patches = new ArrayList<>();
        InputFile input = new InputFile(file);
        try (ImportReport report = new ImportReport(folder.resolve("rejected.tsv"))) {
            new FileImport<>(input, OfferReading.of(input, mapping), report).run(0, new Collected(patches), () -> {});
            assertEquals(0, report.rejectedCount());
        }
        assertEquals("A1", patches.getFirst().getProductId());
        assertEquals(1_299, patches.getFirst().getPrice().getUnits());
        assertEquals(3, patches.getFirst().getStock());
        assertThrows(
                RejectedRecord.class,
                () -> OfferReading.of(input, MappingFile.of("fields: {id: Nummer, cost: Einkauf}")));
    }

    private String refusal(Path file, Format format, Mapping mapping) {
        return String.valueOf(
                assertThrows(RejectedRecord.class, () -> ProductFiles.load(catalog, file, format, mapping))
                        .getMessage());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private record Collected(List<OfferPatch> patches) implements Upload<OfferPatch> {

        @Override
        public void add(long line, OfferPatch patch) {
            patches.add(patch);
        }

        @Override
        public void close() {}
    }
}
