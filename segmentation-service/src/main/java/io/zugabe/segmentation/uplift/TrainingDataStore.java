package io.zugabe.segmentation.uplift;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.uplift.domain.Dataset;
import io.zugabe.segmentation.uplift.domain.DatasetRow;
import io.zugabe.segmentation.uplift.domain.DeclaredFeature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where data of finished experiments are kept. */
public interface TrainingDataStore extends UnitRows {

    /** Makes a data set unless there is one; returns the features of the one there is. */
    Uni<List<DeclaredFeature>> open(String name, List<DeclaredFeature> features, String actor);

    /**
     * Adds rows, replacing those of the same unit, all or none.
     *
     * @param mostRows that the data set may have then
     * @return false if there would be more
     */
    Uni<Boolean> add(String name, List<DatasetRow> rows, long mostRows);

    /** Data sets after a name. */
    Uni<List<Dataset>> list(String after, int most);

    /** A data set. */
    Uni<Optional<Dataset>> find(String name);

    /** Deletes a data set; returns how many rows it had, or empty if there is none. */
    Uni<Optional<Long>> delete(String name);

    /** Rows of a data set that can be trained on, in the order of units. */
    Uni<List<DatasetRow>> page(Selection selection, String afterUnit, int most);

    /** Deletes all that is known of a unit; returns how many rows there were. */
    Uni<Long> eraseUnit(String unitId);

    /**
     * Deletes rows of data sets that nothing was uploaded to for a time, and those data sets that have none left.
     *
     * @param most rows to delete at once
     * @return rows deleted; {@code most} if there may be more
     */
    Uni<Long> expire(Duration retention, int most);

    /**
     * Matured rows of two arms that have an outcome.
     *
     * @param binary whether they need the binary outcome; else the continuous one
     * @param perMillion how many of a million rows to take: always the same ones
     */
    record Selection(String dataset, List<String> arms, boolean binary, int perMillion) {}
}
