package io.zugabe.bench.uplift;

import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Hillstrom's MineThatData e-mail experiment: women's e-mail against none, outcome visit. The split's files
 * name rows by their number among those of these two arms, in the order of the file, from 0.
 */
record Hillstrom(TrainingSet train, TrainingSet test) {

    private static final String TREATMENT = "Womens E-Mail";
    private static final String CONTROL = "No E-Mail";
    private static final double PROPENSITY = 0.5;

    /** history_segment is left out: it says history again, more coarsely. */
    private static final List<String> FEATURES =
            List.of("recency", "history", "mens", "womens", "newbie", "zip_code", "channel");

    private static final boolean[] TEXTS = {false, false, false, false, false, true, true};

    static Hillstrom read(Path folder) throws IOException {
        List<TrainingSet.Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(folder.resolve("hillstrom.csv"));
                CSVParser records = format.parse(reader)) {
            for (CSVRecord each : records) {
                String arm = each.get("treatment");
                if (arm.equals(TREATMENT) || arm.equals(CONTROL)) {
                    rows.add(row(each, arm.equals(TREATMENT)));
                }
            }
        }
        return new Hillstrom(
                select(rows, folder.resolve("womens_vs_none_train_rows.txt")),
                select(rows, folder.resolve("womens_vs_none_test_rows.txt")));
    }

    private static TrainingSet.Row row(CSVRecord each, boolean treated) {
        Cell[] cells = new Cell[FEATURES.size()];
        for (int i = 0; i < cells.length; i++) {
            String value = each.get(FEATURES.get(i));
            cells[i] = TEXTS[i] ? new Cell(Double.NaN, value) : new Cell(Double.parseDouble(value), "");
        }
        return new TrainingSet.Row(cells, treated, PROPENSITY, Double.parseDouble(each.get("visit")));
    }

    private static TrainingSet select(List<TrainingSet.Row> rows, Path numbers) throws IOException {
        List<TrainingSet.Row> selected = Files.readAllLines(numbers).stream()
                .filter(line -> !line.isBlank())
                .map(line -> rows.get(Integer.parseInt(line.strip())))
                .toList();
        return new TrainingSet(FEATURES, TEXTS, selected, true);
    }
}
