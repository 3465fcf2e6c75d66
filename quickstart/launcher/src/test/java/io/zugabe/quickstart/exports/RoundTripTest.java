package io.zugabe.quickstart.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.type.Money;
import io.zugabe.catalog.v1.AttributeFlag;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.Rating;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.imports.FakeCatalog;
import io.zugabe.quickstart.imports.ProductFiles;
import io.zugabe.quickstart.imports.source.Format;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is exported and imported again is the same. */
@Proves("O3")
class RoundTripTest {

    @TempDir
    Path folder;

    private FakeCatalog source;
    private FakeCatalog target;

    @BeforeEach
    void start() throws IOException {
        source = new FakeCatalog();
        target = new FakeCatalog();
    }

    @AfterEach
    void stop() throws InterruptedException {
        source.close();
        target.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSONL", "CSV", "GOOGLE_TSV", "GOOGLE_XML"})
    void products_exportedAndImported_areEqual(Format format) throws Exception {
        source.put(everything("full/1:a.b-c"));
        source.put(everything("full-2").toBuilder().setStock(0).build());
        source.put(Product.newBuilder()
                .setProductId("bare")
                .setType("service")
                .setName(text("en", "Bare"))
                .setPrice(euros(0, 0))
                .build());
        source.put(Product.newBuilder()
                .setProductId("odd")
                .setType("t")
                .setName(LocalizedText.newBuilder()
                        .putTexts("de", "5\" <b>fett</b> & \"Zitat\", Komma;\tTab")
                        .putTexts("nl-BE", "&nbsp; 😀"))
                .setDescription(text("de", "one\ntwo\n\n  indented, with 'quotes' and a , comma"))
                .setPrice(euros(99_999_999, 990_000_000))
                .addCategoryPath("Cameras, Optics & Co")
                .addCategoryPath("5\" & more")
                .addImageUrls("https://shop.example/a,b.jpg")
                .addImageUrls("https://shop.example/c.jpg?x=1&y=2")
                .addImageUrls("https://shop.example/d.jpg")
                .putAttributes(
                        "colon",
                        AttributeValue.newBuilder()
                                .setText("16:9, \"wide\" \\ tall")
                                .build())
                .build());
        Path file = folder.resolve("products");
        try (Writer out = Files.newBufferedWriter(file)) {
            assertEquals(4, new ProductsExport(new CatalogPages(source.channel()), "").write(format, out));
        }
        assertEquals("", ProductFiles.load(target, file, format));
        assertEquals(source.products(), target.products());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSONL", "CSV"})
    void relationsOfTheDemo_exportedAndImported_areEqual(Format format) throws Exception {
        Path rejected = folder.resolve("rejected.tsv");
        try (Stream<Path> demo = Files.list(Path.of("../demo-shop/src/main/resources/demo/relations"))) {
            for (Path file : demo.toList()) {
                assertEquals("", ProductFiles.relations(source, file, Format.JSONL, rejected));
            }
        }
        Path file = folder.resolve("relations");
        try (Writer out = Files.newBufferedWriter(file)) {
            new RelationsExport(new CatalogPages(source.channel())).write(format, out);
        }
        assertEquals("", ProductFiles.relations(target, file, format, rejected));
        assertFalse(source.relations().isEmpty());
        assertEquals(source.relations(), target.relations());
    }

    @Test
    void delays_areWrittenInTheirLargestUnit_andAnyOfThemIsRead() throws Exception {
        Path file = folder.resolve("relations.jsonl");
        StringBuilder lines = new StringBuilder();
        for (String delay : List.of("1209600s", "0s", "5400s", "93784s", "94608000s", "36h")) {
            lines.append("{'id':'%s','anchor':{'type':'a'},'complement':{'type':'b'},'delay':'%s'}%n"
                    .formatted(delay, delay)
                    .replace('\'', '"'));
        }
        Files.writeString(file, lines);
        assertEquals("", ProductFiles.relations(source, file, Format.JSONL, folder.resolve("rejected.tsv")));
        Map<String, String> written = new TreeMap<>();
        source.relations()
                .values()
                .forEach(relation -> written.put(
                        relation.getRelationId(),
                        RelationRecord.of(relation).path("delay").asText()));
        assertEquals(
                Map.of(
                        "1209600s",
                        "14d",
                        "0s",
                        "0d",
                        "5400s",
                        "90m",
                        "93784s",
                        "93784s",
                        "94608000s",
                        "1095d",
                        "36h",
                        "36h"),
                written);
    }

    @Test
    void flaggedValues_areExportedAsTheyWereSent() throws Exception {
        AttributeValue odd = AttributeValue.newBuilder().setText("about 45").build();
        source.put(everything("x").toBuilder()
                .addAttributeFlags(
                        AttributeFlag.newBuilder().setAttribute("odd").setValue(odd))
                .build());
        Path file = folder.resolve("products.jsonl");
        try (Writer out = Files.newBufferedWriter(file)) {
            new ProductsExport(new CatalogPages(source.channel()), "").write(Format.JSONL, out);
        }
        assertEquals("", ProductFiles.load(target, file, Format.JSONL));
        assertEquals(odd, target.products().get("x").getAttributesOrThrow("odd"));
    }

    @Test
    void schemaOrg_isOneJsonDocumentOfProducts() throws Exception {
        source.put(everything("a"));
        source.put(everything("b"));
        Path file = folder.resolve("products.jsonld");
        try (Writer out = Files.newBufferedWriter(file)) {
            new ProductsExport(new CatalogPages(source.channel()), "https://shop.example/p/{id}")
                    .write(Format.SCHEMA_ORG, out);
        }
        JsonNode document = new ObjectMapper().readTree(file.toFile());
        assertEquals("https://schema.org", document.path("@context").asText());
        JsonNode first = document.path("@graph").get(0);
        assertEquals("a", first.path("sku").asText());
        assertEquals("https://shop.example/p/a", first.path("url").asText());
        assertEquals("12.50", first.path("offers").path("price").asText());
        assertEquals(
                "https://schema.org/InStock",
                first.path("offers").path("availability").asText());
        assertTrue(first.path("additionalProperty").toString().contains("\"unitText\":\"W\""));
    }

    private static Product everything(String id) {
        return Product.newBuilder()
                .setProductId(id)
                .setGtin("4006381333931")
                .setType("camera_body")
                .setBrand("Canon")
                .setModel("EOS R6 Mark II")
                .setName(text("en", "Body").toBuilder().putTexts("de", "Gehäuse"))
                .setDescription(text("en", "A body."))
                .setPrice(euros(12, 500_000_000))
                .setCost(euros(10, 123_000_000))
                .setStock(7)
                .setUnitsSold30D(3)
                .setRating(Rating.newBuilder().setAverage(4.8).setCount(112))
                .addCategoryPath("Photo")
                .addCategoryPath("Cameras")
                .setVariantGroup("group")
                .addImageUrls("https://shop.example/1.jpg")
                .addImageUrls("https://shop.example/2.jpg")
                .setConsumable(false)
                .putAttributes(
                        "mount", AttributeValue.newBuilder().setText("Canon RF").build())
                .putAttributes(
                        "charge_power",
                        AttributeValue.newBuilder()
                                .setNumber(Quantity.newBuilder().setValue(45).setUnit("W"))
                                .build())
                .putAttributes(
                        "slots",
                        AttributeValue.newBuilder()
                                .setNumber(Quantity.newBuilder().setValue(2))
                                .build())
                .putAttributes(
                        "in_body_charging",
                        AttributeValue.newBuilder().setTruth(true).build())
                .putAttributes(
                        "battery_models",
                        AttributeValue.newBuilder()
                                .setList(TextList.newBuilder()
                                        .addValues("LP-E6NH")
                                        .addValues("LP-E6N"))
                                .build())
                .putAttributes(
                        "voltage",
                        AttributeValue.newBuilder()
                                .setRange(QuantityRange.newBuilder()
                                        .setMin(3.6)
                                        .setMax(4.2)
                                        .setUnit("V"))
                                .build())
                .build();
    }

    private static LocalizedText text(String language, String text) {
        return LocalizedText.newBuilder().putTexts(language, text).build();
    }

    private static Money euros(long units, int nanos) {
        return Money.newBuilder()
                .setCurrencyCode("EUR")
                .setUnits(units)
                .setNanos(nanos)
                .build();
    }
}
