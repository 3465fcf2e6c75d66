package io.zugabe.bench.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.segmentation.value.domain.PurchaseHistory;
import io.zugabe.segmentation.value.domain.SpendHistory;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;

/**
 * The CDNOW sample: 2,357 customers who first bought in the first quarter of 1997.
 *
 * @param customers summaries of the 39 weeks to 1997-09-30
 * @param holdout the same customers, with exact times out of the single orders (the summaries are rounded to
 *     two digits), and what they did next
 * @param cases reference values
 */
record CdnowData(List<Customer> customers, List<HoldoutCustomer> holdout, JsonNode cases) {

    private static final String SUMMARY = "cdnow_customers_summary_with_transactions.csv";
    private static final String TRANSACTIONS = "CDNOW_sample.txt";
    private static final String CASES = "bgnbd_cases.json";
    private static final LocalDate END_OF_CALIBRATION = LocalDate.of(1997, 9, 30);

    /** A customer, as summarised for the literature: spend is of the repeat orders. */
    record Customer(PurchaseHistory history, SpendHistory spend) {}

    /**
     * A customer before and after the end of the calibration.
     *
     * @param later days with orders from then to 1998-06-30
     */
    record HoldoutCustomer(PurchaseHistory history, int later) {}

    /** Reads the tables from a folder, or from the folder {@code cdnow} in it. */
    static CdnowData read(Path given) throws IOException {
        Path folder = Files.isDirectory(given.resolve("cdnow")) ? given.resolve("cdnow") : given;
        for (String file : List.of(SUMMARY, TRANSACTIONS, CASES)) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new IllegalArgumentException(folder.resolve(file) + " does not exist");
            }
        }
        return new CdnowData(
                summaries(folder.resolve(SUMMARY)),
                holdout(folder.resolve(TRANSACTIONS)),
                new ObjectMapper().readTree(folder.resolve(CASES).toFile()));
    }

    private static List<Customer> summaries(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            return format.parse(reader).stream()
                    .map(row -> {
                        long repeats = Long.parseLong(row.get("x"));
                        return new Customer(
                                new PurchaseHistory(
                                        repeats, Double.parseDouble(row.get("t_x")), Double.parseDouble(row.get("T"))),
                                new SpendHistory(repeats, Double.parseDouble(row.get("zbar"))));
                    })
                    .toList();
        }
    }

    /** Lines are: id, number in the sample, date, units, dollars. Orders of one day are one. */
    private static List<HoldoutCustomer> holdout(Path file) throws IOException {
        Map<String, NavigableSet<LocalDate>> days = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            String[] fields = line.strip().split("\\s+");
            days.computeIfAbsent(fields[1], _ -> new TreeSet<>())
                    .add(LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE));
        }
        return days.values().stream().map(CdnowData::holdout).toList();
    }

    private static HoldoutCustomer holdout(NavigableSet<LocalDate> days) {
        NavigableSet<LocalDate> known = days.headSet(END_OF_CALIBRATION, true);
        LocalDate first = days.first();
        return new HoldoutCustomer(
                new PurchaseHistory(known.size() - 1, weeks(first, known.last()), weeks(first, END_OF_CALIBRATION)),
                days.size() - known.size());
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / 7.0;
    }
}
