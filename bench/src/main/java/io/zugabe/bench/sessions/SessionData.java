package io.zugabe.bench.sessions;

import io.zugabe.recommendation.sessions.domain.Click;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Sessions published with bol.com's Serenade.
 *
 * @param training clicks in the order of their times, then of their sessions' ids
 * @param tests for each session to predict the products clicked, in order
 */
record SessionData(List<Click> training, List<int[]> tests) {

    private static final String TRAINING = "train.tsv.gz";
    private static final String TESTS = "test.tsv.gz";

    /** Reads the tables from a folder as given, from {@code sessions} in it, or from where tests look. */
    static SessionData read(Path given) throws IOException {
        Path shared = Path.of(System.getenv().getOrDefault("ZUGABE_DATA", "../shared/data"));
        Path folder = Stream.of(given, given.resolve("sessions"), shared.resolve(given))
                .filter(each -> Files.isRegularFile(each.resolve(TRAINING)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(given.resolve(TRAINING) + " does not exist"));
        Map<Long, List<Click>> tests = clicks(folder.resolve(TESTS)).stream()
                .collect(Collectors.groupingBy(Click::key, TreeMap::new, Collectors.toList()));
        return new SessionData(
                clicks(folder.resolve(TRAINING)),
                tests.values().stream().map(SessionData::products).toList());
    }

    /** Lines are: session, item, seconds; the first names the columns. */
    private static List<Click> clicks(Path file) throws IOException {
        try (InputStream zipped = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(zipped), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(fields -> new Click(
                            Long.parseLong(fields[0]), Long.parseLong(fields[0]), Integer.parseInt(fields[1]), (long)
                                    Double.parseDouble(fields[2])))
                    .sorted(Comparator.comparingLong(Click::time).thenComparingLong(Click::key))
                    .toList();
        }
    }

    private static int[] products(List<Click> clicks) {
        return clicks.stream().mapToInt(Click::product).toArray();
    }
}
