package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.v1.Product;
import io.zugabe.quickstart.imports.mapping.Nesting;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.InputRecord;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {

    @TempDir
    Path folder;

    @Test
    void jsonLines_brokenLine_isReportedAndTheRestIsRead() throws IOException {
        List<InputRecord> records = read("a.jsonl", "{\"id\":\"1\"}\n{broken\n\n[1]\n{\"id\":\"2\"}\n");
        assertEquals(
                List.of(1L, 2L, 4L, 5L), records.stream().map(InputRecord::line).toList());
        assertTrue(records.get(1).problem().contains("no JSON"));
        assertTrue(records.get(2).problem().contains("no JSON object"));
        assertEquals("2", records.get(3).require().get("id").asText());
    }

    @Test
    void jsonLines_latin1Bytes_areReportedNotGuessed() throws IOException {
        Path file = folder.resolve("b.jsonl");
        Files.write(file, "{\"id\":\"Gehäuse\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        InputRecord record = new InputFile(file).records().toList().getFirst();
        assertTrue(record.problem().contains("UTF-8"));
    }

    @Test
    void csv_dottedColumns_becomeNestedFields() throws IOException {
        List<InputRecord> records = read(
                "c.csv",
                "id,type,name.en,name.de,price,category,attributes.mount\nx,camera_body,Body,Gehäuse,12.50 EUR,Photo > Cameras,Canon RF\n");
        Product product = CatalogRecords.product(Nesting.nest(records.getFirst().require()));
        assertEquals("Gehäuse", product.getName().getTextsOrThrow("de"));
        assertEquals(List.of("Photo", "Cameras"), product.getCategoryPathList());
        assertEquals("Canon RF", product.getAttributesOrThrow("mount").getText());
        assertEquals(500_000_000, product.getPrice().getNanos());
    }

    @Test
    void csv_unclosedQuote_losesNoOtherRowAndSaysSo() throws IOException {
        List<InputRecord> records = read("h.csv", "id,type\na,b\nc,d\n\"e,f\ng,h\n");
        assertEquals("a", records.getFirst().require().get("id").asText());
        assertEquals("c", records.get(1).require().get("id").asText());
        assertEquals(4, records.size());
        assertTrue(records.get(2).problem().contains("quote"));
        assertEquals(4, records.get(2).line());
        assertEquals("g", records.getLast().require().get("id").asText());
    }

    @Test
    void gzip_isDecompressed() throws IOException {
        Path file = folder.resolve("d.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"id\":\"1\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(1, new InputFile(file).records().count());
    }

    @Test
    void csvRowsOfOneEvent_becomeOneEventWithItsItems() throws IOException {
        List<InputRecord> records = read(
                "e.csv",
                "id,time,customer,type,order,product,quantity,price\n"
                        + "e1,2026-01-01T00:00:00Z,c1,purchase,o1,p1,1,5.00 EUR\n"
                        + "e1,2026-01-01T00:00:00Z,c1,purchase,o1,p2,2,7.00 EUR\n"
                        + "e2,2026-01-02T00:00:00Z,c1,purchase,o2,p1,1,5.00 EUR\n");
        List<EventsImport.Sourced> events = new ArrayList<>();
        try (ImportReport report = new ImportReport(folder.resolve("rejected"))) {
            EventsImport.merged(records::iterator, true, report).forEach(events::add);
        }
        assertEquals(2, events.size());
        assertEquals(2, events.getFirst().event().getPurchase().getItemsCount());
        assertEquals(3, events.getFirst().line());
        assertEquals("e2", events.getLast().event().getEventId());
    }

    @Test
    void brokenLines_walkedTwiceToResume_areReportedOnce() throws IOException {
        List<InputRecord> records = read("g.jsonl", "{broken\n{\"id\":\"e1\"}\n");
        try (ImportReport report = new ImportReport(folder.resolve("rejected"))) {
            Iterable<EventsImport.Sourced> events = EventsImport.merged(records::iterator, false, report);
            events.forEach(event -> {});
            events.forEach(event -> {});
            assertEquals(2, report.rejectedCount());
        }
    }

    @Test
    void amount_withoutCurrency_isRejectedNamingFieldAndForm() throws IOException {
        InputRecord record = read("f.jsonl", "{\"id\":\"x\",\"type\":\"t\",\"price\":\"12,50\"}\n")
                .getFirst();
        RejectedRecord rejected = assertThrows(RejectedRecord.class, () -> CatalogRecords.product(record.require()));
        assertEquals(
                "price: \"12,50\" must be an amount like \"12.99 EUR\"; a mapping file can say decimal: \",\""
                        + " beside the column where commas are decimal, and currency: EUR where amounts name none",
                rejected.getMessage());
    }

    private List<InputRecord> read(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return new InputFile(file).records().toList();
    }
}
