package io.zugabe.bench.baskets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The sales of UCI Online Retail (CC BY 4.0, doi 10.24432/C5BW33), by time. */
final class Invoices {

    private static final String FILE = "online_retail.csv.gz";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final double SECONDS_OF_DAY = 86_400;

    /** Postage, fees, manual corrections, vouchers and the like (UCI's own documentation and the data's source notes). */
    private static final Pattern NO_PRODUCT =
            Pattern.compile("POST|DOT|M|C2|D|S|B|BANK CHARGES|AMAZONFEE|CRUK|GIFT_.*|DCGS.*");

    private Invoices() {}

    /**
     * An invoice.
     *
     * @param customer empty for guests
     * @param day days since 1970
     * @param descriptions by product: what it is called here
     */
    record Invoice(String number, String customer, double day, Map<String, String> descriptions) {}

    /** The folder with the data: as given, in it, or in the folder in which tests look. */
    static Path folder(Path given) {
        Path shared = Path.of(System.getenv().getOrDefault("ZUGABE_DATA", "../shared/data"));
        return List.of(given, given.resolve("online-retail"), shared.resolve(given)).stream()
                .filter(folder -> Files.isReadable(folder.resolve(FILE)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + FILE + " in " + given
                        + ", and none in " + shared.resolve(given) + "; it is no part of the project"));
    }

    /** The invoices by time, then number: sales of products, each product once. */
    static List<Invoice> read(Path folder) throws IOException {
        Map<String, Invoice> invoices = new HashMap<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream file = new GZIPInputStream(Files.newInputStream(folder.resolve(FILE)));
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
                CSVParser rows = format.parse(reader)) {
            for (CSVRecord row : rows) {
                if (isSale(row)) {
                    add(row, invoices);
                }
            }
        }
        return invoices.values().stream()
                .sorted(Comparator.comparingDouble(Invoice::day).thenComparing(Invoice::number))
                .toList();
    }

    private static boolean isSale(CSVRecord row) {
        String invoice = row.get("InvoiceNo");
        return !invoice.startsWith("C")
                && !invoice.startsWith("A")
                && Integer.parseInt(row.get("Quantity")) > 0
                && Double.parseDouble(row.get("UnitPrice")) > 0
                && !NO_PRODUCT.matcher(product(row)).matches();
    }

    private static void add(CSVRecord row, Map<String, Invoice> invoices) {
        invoices.computeIfAbsent(
                        row.get("InvoiceNo"),
                        number -> new Invoice(number, row.get("CustomerID"), day(row), new TreeMap<>()))
                .descriptions()
                .put(product(row), row.get("Description").strip());
    }

    private static double day(CSVRecord row) {
        return LocalDateTime.parse(row.get("InvoiceDate"), TIME).toEpochSecond(ZoneOffset.UTC) / SECONDS_OF_DAY;
    }

    /** Codes differ in case only by accident. */
    private static String product(CSVRecord row) {
        return row.get("StockCode").toUpperCase(Locale.ROOT);
    }
}
