package io.zugabe.segmentation.model.adapter;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.zugabe.segmentation.model.domain.TrainingRun;
import java.util.Optional;

/** Rows of table training_run. */
final class TrainingRunRows {

    /** The columns that {@link #run} reads. */
    static final String RUN = """
            run_id, kind, parameters, keep_candidate, state, progress, step, failure, model_version, actor,
            create_time, start_time, end_time""";

    private TrainingRunRows() {}

    static Optional<TrainingRun> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(run(rows.iterator().next()));
    }

    private static TrainingRun run(Row row) {
        return new TrainingRun(
                row.getUUID(0),
                row.getString(1),
                ModelRows.texts((JsonObject) row.getJson(2)),
                row.getBoolean(3),
                TrainingRun.State.valueOf(row.getString(4)),
                row.getDouble(5),
                row.getString(6),
                row.getString(7),
                row.getInteger(8),
                row.getString(9),
                row.getOffsetDateTime(10).toInstant(),
                ModelRows.instant(row.getOffsetDateTime(11)),
                ModelRows.instant(row.getOffsetDateTime(12)));
    }
}
