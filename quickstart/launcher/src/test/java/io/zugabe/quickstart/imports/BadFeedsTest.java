package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.v1.Product;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.imports.mapping.Mapping;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No good line is lost, and every bad one is explained. */
@Proves("O3")
class BadFeedsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodings_withByteOrderMark_areRead(String encoding) throws Exception {
        for (String name : List.of("a.jsonl", "a.xml", "a.csv")) {
            write(name, "\uFEFF" + feed(name, List.of(item("x1", "Gehäuse", "12.50 EUR"))), Charset.forName(encoding));
            List<String> rows = load(name);
            assertEquals(List.of(), rows, name);
            assertEquals("Gehäuse", name(catalog.products().get("x1")), name);
        }
    }

    @Test
    void utf16_withoutMark_isFoundOut() throws Exception {
        write("a.csv", feed("a.csv", List.of(item("x1", "Gehäuse", "12.50 EUR"))), StandardCharsets.UTF_16LE);
        assertEquals(List.of(), load("a.csv"));
        assertEquals("Gehäuse", name(catalog.products().get("x1")));
    }

    @Test
    void xml_declaredLatin1_isReadAsDeclared() throws Exception {
        String text = feed("a.xml", List.of(item("x1", "Gehäuse", "12.50 EUR")))
                .replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"");
        write("a.xml", text, StandardCharsets.ISO_8859_1);
        assertEquals(List.of(), load("a.xml"));
        assertEquals("Gehäuse", name(catalog.products().get("x1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.csv", "a.tsv", "a.xml"})
    void latin1BytesInAUtf8File_spoilTheirOwnRecordOnly(String name) throws Exception {
        write(
                name,
                feed(
                        name,
                        List.of(
                                item("x1", "One", "1.00 EUR"),
                                item("x2", "Gehäuse", "2.00 EUR"),
                                item("x3", "Three", "3.00 EUR"))),
                StandardCharsets.ISO_8859_1);
        List<String> rows = load(name);
        assertEquals(List.of("x1", "x3"), List.copyOf(catalog.products().keySet()));
        assertEquals(1, rows.size());
        assertTrue(rows.getFirst().contains("UTF-8"), rows.getFirst());
        assertTrue(rows.getFirst().contains("--encoding windows-1252"), rows.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jsonl", "a.csv", "a.tsv", "a.xml"})
    void fivePercentBroken_noGoodOneIsLostAndEveryBadOneIsListed(String name) throws Exception {
        long seed = 20_261_122;
        Random random = new Random(seed);
        TreeSet<String> good = new TreeSet<>();
        int broken = 0;
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            String text = render(name, item("p%05d".formatted(i), "Name, with \"quotes\" " + i, i + ".99 EUR"));
            boolean breaks = random.nextInt(20) == 0;
            items.add(breaks ? broken(name, text, random.nextInt(4)) : text);
            if (breaks) {
                broken++;
            } else {
                good.add("p%05d".formatted(i));
            }
        }
        write(name, assembled(name, items), StandardCharsets.UTF_8);
        List<String> rows = load(name);
        TreeSet<String> lost = new TreeSet<>(good);
        lost.removeAll(catalog.products().keySet());
        assertEquals(new TreeSet<>(), lost, "seed " + seed);
        assertEquals(good.size(), catalog.products().size(), "seed " + seed);
        assertEquals(
                broken, rows.stream().map(row -> row.split("\t")[0]).distinct().count(), "seed " + seed);
    }

    @Test
    void duplicateIds_theLaterCountsAndTheReportSaysSo() throws Exception {
        write(
                "a.jsonl",
                feed(
                        "a.jsonl",
                        List.of(
                                item("x1", "Old", "1.00 EUR"),
                                item("x2", "Two", "2.00 EUR"),
                                item("x1", "New", "3.00 EUR"))),
                StandardCharsets.UTF_8);
        List<String> rows = load("a.jsonl");
        assertEquals("New", name(catalog.products().get("x1")));
        assertEquals(List.of("3\tx1\tnote\t\treplaces line 1, which has the same id: the later one counts"), rows);
    }

    @Test
    void otherCurrencies_areRefusedNamingTheShops() throws Exception {
        write(
                "a.xml",
                feed("a.xml", List.of(item("x1", "One", "1.00 EUR"), item("x2", "Two", "2.00 USD"))),
                StandardCharsets.UTF_8);
        List<String> rows = load("a.xml");
        assertEquals(List.of("x1"), List.copyOf(catalog.products().keySet()));
        assertEquals(List.of("2\tx2\tprice.currency_code\tUSD\tmust be \"EUR\", the shop's currency"), rows);
    }

    @Test
    void nameOf10000Characters_isRefusedWithTheLimit() throws Exception {
        write("a.jsonl", feed("a.jsonl", List.of(item("x1", "n".repeat(10_000), "1.00 EUR"))), StandardCharsets.UTF_8);
        List<String> rows = load("a.jsonl");
        assertEquals(1, rows.size());
        assertTrue(rows.getFirst().endsWith("has 10,000 characters; must have 1 to 5,000"), rows.getFirst());
        assertTrue(rows.getFirst().length() < 300);
    }

    @Test
    void variantsOfVariants_shareTheGroupOfTheFirst_andTheLineThatClosesACircleIsNamed() throws Exception {
        write(
                "a.jsonl",
                String.join(
                        "\n",
                        variant("blue", "red"),
                        variant("red", "shirt"),
                        variant("shirt", ""),
                        variant("a", "b"),
                        variant("b", "c"),
                        variant("c", "a"),
                        variant("self", "self"),
                        variant("alone", "")),
                StandardCharsets.UTF_8);
        List<String> rows = load("a.jsonl");
        assertEquals("shirt", catalog.products().get("blue").getVariantGroup());
        assertEquals("shirt", catalog.products().get("red").getVariantGroup());
        assertEquals("shirt", catalog.products().get("shirt").getVariantGroup());
        assertEquals("c", catalog.products().get("a").getVariantGroup());
        assertEquals("c", catalog.products().get("b").getVariantGroup());
        assertEquals("", catalog.products().get("alone").getVariantGroup());
        assertEquals(
                List.of(
                        "6\tc\tvariant_of\ta\tcloses a circle: c → a → b → c",
                        "7\tself\tvariant_of\tself\tcloses a circle: self → self"),
                rows);
    }

    @Test
    void controlCharactersEmptyIdsAndAbsurdNumbers_areRefusedByField() throws Exception {
        write(
                "a.jsonl",
                String.join(
                        "\n",
                        "{\"id\":\"c\",\"type\":\"t\",\"name\":\"Bell\\u0007\",\"price\":\"1.00 EUR\"}",
                        "{\"id\":\"\",\"type\":\"t\",\"name\":\"N\",\"price\":\"1.00 EUR\"}",
                        "{\"id\":\"n\",\"type\":\"t\",\"name\":\"N\",\"price\":\"-1.00 EUR\"}",
                        "{\"id\":\"h\",\"type\":\"t\",\"name\":\"N\",\"price\":\"999999999999.00 EUR\"}",
                        "{\"id\":\"s\",\"type\":\"t\",\"name\":\"N\",\"price\":\"1.00 EUR\",\"stock\":\"99999999999999999999\"}",
                        "{\"id\":\"p\",\"type\":\"t\",\"name\":\"N\"}",
                        "{\"id\":\"m\",\"type\":\"t\",\"price\":\"1.00 EUR\"}",
                        "{\"id\":\"w\",\"type\":\"t\",\"name\":\"Caf\\u0083\",\"price\":\"1.00 EUR\"}",
                        "{\"id\":\"ok\",\"type\":\"t\",\"name\":\"N\",\"price\":\"1.00 EUR\"}"),
                StandardCharsets.UTF_8);
        List<String> rows = load("a.jsonl");
        assertEquals(List.of("ok"), List.copyOf(catalog.products().keySet()));
        assertEquals(
                List.of("1 name", "2 id", "3 price.units", "4 price.units", "5 stock", "6 price", "7 name", "8 name"),
                rows.stream()
                        .map(row -> row.split("\t")[0] + " " + row.split("\t")[2])
                        .sorted()
                        .toList());
    }

    @Test
    void htmlInDescriptions_becomesText() throws Exception {
        write(
                "a.xml",
                rss("<item><g:id>x1</g:id><g:title>Tom &amp;amp; Co</g:title><g:price>1 EUR</g:price><g:description>"
                        + "<![CDATA[<p>First<br>second</p><ul><li>one</li></ul><script>alert(1)</script>]]>"
                        + "</g:description></item>"),
                StandardCharsets.UTF_8);
        assertEquals(List.of(), load("a.xml"));
        Product product = catalog.products().get("x1");
        assertEquals("First\nsecond\n- one", product.getDescription().getTextsOrThrow("en"));
        assertEquals("Tom & Co", name(product));
    }

    @Test
    void xml_brokenInEveryWay_goesOnAtTheNextItem() throws Exception {
        String good = "<item><g:id>%s</g:id><g:title>T</g:title><g:price>1.00 EUR</g:price></item>";
        write(
                "a.xml",
                rss(good.formatted("g1")
                        + "<item><g:id>b1</g:id><g:title>no end"
                        + good.formatted("g2")
                        + "<item><g:id>b2</g:id><g:title><![CDATA[open</g:title></item>"
                        + good.formatted("g3")
                        + "<item><g:id>b3</g:id><g:title>a & b</g:title></item>"
                        + "<item><g:id>b4</g:id><g:title>&nbsp;</g:title></item>"
                        + "<!-- " + good.formatted("no") + " -->"
                        + good.formatted("g4")
                        + "<item><g:id>b5</g:id><!-- open " + good.formatted("g5")
                        + "<item><g:id>b6</g:id><g:title>T</g:titel></item>"
                        + good.formatted("g6")),
                StandardCharsets.UTF_8);
        List<String> rows = load("a.xml");
        assertEquals(
                List.of("g1", "g2", "g3", "g4", "g5", "g6"),
                List.copyOf(catalog.products().keySet()));
        assertEquals(6, rows.size());
        assertTrue(rows.get(3).contains("&nbsp; is HTML's"), rows.get(3));
    }

    @Test
    void xml_externalEntity_isNotRead() throws Exception {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "secret");
        write(
                "a.xml",
                "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><rss><channel>"
                        + "<item><g:id>x1</g:id><g:title>&x;</g:title><g:price>1.00 EUR</g:price></item></channel></rss>",
                StandardCharsets.UTF_8);
        List<String> rows = load("a.xml");
        assertEquals(1, rows.size());
        assertFalse(rows.getFirst().contains("secret"));
    }

    @Test
    void serviceAway_isTriedAgainAndNothingIsLost() throws Exception {
        write(
                "a.jsonl",
                feed(
                        "a.jsonl",
                        IntStream.range(0, 3_000)
                                .mapToObj(i -> item("p" + i, "N" + i, "1.00 EUR"))
                                .toList()),
                StandardCharsets.UTF_8);
        catalog.failEvery(4);
        assertEquals(List.of(), load("a.jsonl"));
        assertEquals(3_000, catalog.products().size());
    }

    @Test
    void interruptedImport_goesOnBehindWhatWasAcknowledged_andKeepsItsList() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            lines.add(i % 1_000 == 10 ? "{broken" : render("a.jsonl", item("p" + i, "N" + i, "1.00 EUR")));
        }
        write("a.jsonl", String.join("\n", lines), StandardCharsets.UTF_8);
        catalog.failForGoodAfter(8);
        assertThrows(RejectedRecord.class, () -> load("a.jsonl"));
        int before = catalog.batches();
        catalog.failForGoodAfter(Integer.MAX_VALUE);
        List<String> rows = load("a.jsonl");
        assertEquals(3_996, catalog.products().size());
        assertTrue(catalog.batches() - before < 20, "sent everything again");
        assertEquals(
                List.of("11", "1011", "2011", "3011"),
                rows.stream().map(row -> row.split("\t")[0]).toList());
    }

    @Test
    void truncatedGzip_keepsWhatCanBeReadAndSaysSo() throws Exception {
        Path whole = folder.resolve("whole.jsonl.gz");
        try (Writer out = new java.io.OutputStreamWriter(
                new java.util.zip.GZIPOutputStream(Files.newOutputStream(whole)), StandardCharsets.UTF_8)) {
            Random random = new Random(1);
            for (int i = 0; i < 5_000; i++) {
                out.write(render("a.jsonl", item("p" + i, "N" + random.nextLong(), "1.00 EUR")) + "\n");
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("a.jsonl.gz"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        List<String> rows = load("a.jsonl.gz");
        assertTrue(catalog.products().size() > 1_000);
        assertTrue(rows.getLast().contains("cannot be read beyond"), rows.getLast());
    }

    @Test
    void feedOf64MiB_isReadAsAStream() throws Exception {
        Path file = folder.resolve("large.xml");
        String filler = "A sentence about the product. ".repeat(60);
        int items = 0;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("<rss xmlns:g=\"http://base.google.com/ns/1.0\"><channel>\n");
            for (long size = 0; size < 64L * 1024 * 1024; items++) {
                String item = "<item><g:id>p" + items + "</g:id><g:title>Product " + items + "</g:title><g:description>"
                        + filler + "</g:description><g:price>" + items % 1_000
                        + ".00 EUR</g:price><g:product_type>A &gt; Cases</g:product_type></item>\n";
                out.write(item);
                size += item.length();
            }
            out.write("</channel></rss>\n");
        }
        InputFile input = new InputFile(file);
        try (ImportReport report = new ImportReport(folder.resolve("rejected.tsv"))) {
            long[] taken = {0};
            Upload<Product> counting = new Upload<>() {
                @Override
                public void add(long line, Product product) {
                    taken[0]++;
                }

                @Override
                public void close() {}
            };
            new FileImport<>(input, ProductReading.of(input, Mapping.NONE, NOW), report).run(0, counting, () -> {});
            assertEquals(items, taken[0]);
        }
        assertEquals(Files.size(file), input.bytesRead());
    }

    private record Item(String id, String name, String price) {}

    private static Item item(String id, String name, String price) {
        return new Item(id, name, price);
    }

    private static String variant(String id, String of) {
        return "{\"id\":\"%s\",\"type\":\"t\",\"name\":\"N\",\"price\":\"1.00 EUR\",\"variant_of\":\"%s\"}"
                .formatted(id, of);
    }

    private static String feed(String name, List<Item> items) {
        return assembled(name, items.stream().map(item -> render(name, item)).toList());
    }

    private static String render(String name, Item item) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "%s,t,\"%s\",%s".formatted(item.id(), item.name().replace("\"", "\"\""), item.price());
            case "tsv" ->
                "%s\t\"%s\"\t%s\tin stock".formatted(item.id(), item.name().replace("\"", "\"\""), item.price());
            case "xml" ->
                "<item><g:id>%s</g:id><title>%s</title><g:price>%s</g:price></item>"
                        .formatted(item.id(), item.name(), item.price());
            default ->
                "{\"id\":\"%s\",\"type\":\"t\",\"name\":\"%s\",\"price\":\"%s\"}"
                        .formatted(item.id(), item.name().replace("\"", "\\\""), item.price());
        };
    }

    private static String assembled(String name, List<String> items) {
        String body = String.join("\n", items);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "id,type,name,price\n" + body;
            case "tsv" -> "ID\tTitle\tprice\tavailability\n" + body;
            case "xml" -> rss(body);
            default -> body;
        };
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss xmlns:g=\"http://base.google.com/ns/1.0\"><channel>"
                + "<title>Shop</title>" + items + "</channel></rss>";
    }

    /** A record as it looks when something went wrong on the way. */
    private static String broken(String name, String text, int how) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv", "tsv" ->
                switch (how) {
                    case 0 -> text.substring(0, text.indexOf('"') - 2);
                    case 1 -> text.replaceFirst("\"\"", "\"");
                    case 2 -> text.substring(0, text.lastIndexOf('"'));
                    default -> text + "\",x\t\"y";
                };
            case "xml" ->
                switch (how) {
                    case 0 -> text.substring(0, text.length() / 2);
                    case 1 -> text.replace("</title>", "</titel>");
                    case 2 -> text.replace("<title>", "<title><![CDATA[");
                    default -> text.replace("Name,", "Name & ");
                };
            default ->
                switch (how) {
                    case 0 -> text.substring(0, text.length() / 2);
                    case 1 -> text.substring(1);
                    case 2 -> text.replaceFirst(":", "");
                    default -> "\"" + text;
                };
        };
    }

    private void write(String name, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(charset));
    }

    /** Imports a file and returns the rows of the list of rejected records, without the header. */
    private List<String> load(String name) throws IOException, InterruptedException {
        InputFile file = new InputFile(folder.resolve(name));
        Checkpoint checkpoint = Checkpoint.of(
                folder.resolve(name), "products", catalog.channel().hashCode());
        Path rejected = folder.resolve(name + "-rejected.tsv");
        try (ImportReport report = new ImportReport(rejected)) {
            new CatalogImport(catalog.channel(), file, report).products(Mapping.NONE, false, NOW, checkpoint);
        }
        List<String> rows = Files.exists(rejected) ? Files.readAllLines(rejected) : List.of("");
        return rows.subList(1, rows.size());
    }

    private static String name(Product product) {
        return product.getName().getTextsOrThrow("en");
    }
}
