package io.zugabe.segmentation.uplift;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.uplift.TrainingDataStore.Selection;
import io.zugabe.segmentation.uplift.domain.Dataset;
import io.zugabe.segmentation.uplift.domain.DatasetRow;
import io.zugabe.segmentation.uplift.domain.DeclaredFeature;
import io.zugabe.segmentation.uplift.domain.EncodedFeature.Cell;
import io.zugabe.segmentation.uplift.domain.Propensities;
import io.zugabe.segmentation.uplift.domain.TrainingSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings two arms of a data set into memory. Blocks; for the training thread. */
@ApplicationScoped
class ReadTrainingSet {

    private static final int PAGE = 5_000;
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final long MILLION = 1_000_000;
    /** Fewer rows of an arm, or (if binary) fewer of either outcome in it, are nothing to learn from. */
    private static final int FEWEST_ROWS = 500;

    private static final int FEWEST_OUTCOMES = 20;

    private final TrainingDataStore store;
    private final UpliftSettings settings;

    ReadTrainingSet(TrainingDataStore store, UpliftSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Reads.
     *
     * @throws ZugabeException DATASET_NOT_FOUND, TRAINING_DATA_INSUFFICIENT
     */
    TrainingSet read(UpliftParameters parameters) {
        Dataset dataset = wait(store.find(parameters.dataset()))
                .orElseThrow(() -> ZugabeException.of(
                        SegmentationReason.DATASET_NOT_FOUND,
                        "there is no data set \"" + parameters.dataset() + "\"",
                        Map.of("dataset", parameters.dataset())));
        List<DatasetRow> rows = rows(parameters, dataset);
        Propensities propensities =
                Propensities.of(rows, parameters.treatment(), dataset.arms().size() == 2);
        TrainingSet set = new TrainingSet(
                dataset.features().stream().map(DeclaredFeature::name).toList(),
                texts(dataset.features()),
                rows.stream().map(row -> row(row, parameters, propensities)).toList(),
                parameters.binary());
        check(set, parameters);
        return set;
    }

    private List<DatasetRow> rows(UpliftParameters parameters, Dataset dataset) {
        long matured = dataset.arms().stream()
                .filter(arm -> parameters.arms().contains(arm.name()))
                .mapToLong(Dataset.Arm::matured)
                .sum();
        int perMillion = (int) Math.min(MILLION, settings.mostRows() * MILLION / Math.max(1, matured));
        Selection selection = new Selection(parameters.dataset(), parameters.arms(), parameters.binary(), perMillion);
        List<DatasetRow> rows = new ArrayList<>();
        List<DatasetRow> page;
        do {
            String after = rows.isEmpty() ? "" : rows.getLast().unitId();
            page = wait(store.page(selection, after, PAGE));
            rows.addAll(page);
        } while (page.size() == PAGE);
        return rows;
    }

    private static TrainingSet.Row row(DatasetRow row, UpliftParameters parameters, Propensities propensities) {
        double outcome = parameters.binary()
                ? row.binaryOutcome().orElseThrow() ? 1 : 0
                : row.continuousOutcome().orElseThrow();
        return new TrainingSet.Row(
                row.cells().toArray(Cell[]::new),
                row.arm().equals(parameters.treatment()),
                propensities.treated(row),
                outcome);
    }

    private static boolean[] texts(List<DeclaredFeature> features) {
        boolean[] texts = new boolean[features.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = features.get(i).text();
        }
        return texts;
    }

    private static void check(TrainingSet set, UpliftParameters parameters) {
        for (boolean treated : new boolean[] {true, false}) {
            String arm = treated ? parameters.treatment() : parameters.control();
            long rows =
                    set.rows().stream().filter(row -> row.treated() == treated).count();
            require(rows, FEWEST_ROWS, "matured rows with an outcome in arm \"" + arm + "\"");
            if (set.binary()) {
                long happened = set.rows().stream()
                        .filter(row -> row.treated() == treated && row.outcome() == 1)
                        .count();
                require(
                        Math.min(happened, rows - happened),
                        FEWEST_OUTCOMES,
                        "rows of each outcome in arm \"" + arm + "\"");
            }
        }
    }

    private static void require(long found, int fewest, String what) {
        if (found < fewest) {
            throw ZugabeException.of(
                    SegmentationReason.TRAINING_DATA_INSUFFICIENT,
                    found + " " + what + "; at least " + fewest + " are needed",
                    Map.of("found", String.valueOf(found), "needed", String.valueOf(fewest)));
        }
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(LONGEST_CALL);
    }
}
