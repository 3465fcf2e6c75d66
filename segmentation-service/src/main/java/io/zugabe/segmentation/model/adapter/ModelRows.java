package io.zugabe.segmentation.model.adapter;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.zugabe.segmentation.model.domain.ModelState;
import io.zugabe.segmentation.model.domain.ModelVersion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows of table model. */
final class ModelRows {

    /** The columns that {@link #version} reads. */
    static final String VERSION =
            "kind, version, state, create_time, publish_time, publishable, checksum, length(payload), replaced_version";

    private ModelRows() {}

    static List<ModelVersion> versions(RowSet<Row> rows) {
        List<ModelVersion> versions = new ArrayList<>(rows.size());
        for (Row row : rows) {
            versions.add(version(row));
        }
        return versions;
    }

    static ModelVersion version(Row row) {
        Integer replaced = row.getInteger(8);
        return new ModelVersion(
                row.getString(0),
                row.getInteger(1),
                ModelState.valueOf(row.getString(2)),
                row.getOffsetDateTime(3).toInstant(),
                instant(row.getOffsetDateTime(4)),
                row.getBoolean(5),
                row.getString(6),
                row.getInteger(7),
                replaced == null ? 0 : replaced);
    }

    static Optional<Instant> instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
    }

    static JsonObject json(Map<String, ?> map) {
        JsonObject json = new JsonObject();
        map.forEach(json::put);
        return json;
    }

    static Map<String, Double> numbers(JsonObject json) {
        Map<String, Double> numbers = new TreeMap<>();
        json.forEach(entry -> numbers.put(entry.getKey(), ((Number) entry.getValue()).doubleValue()));
        return numbers;
    }

    static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new TreeMap<>();
        json.forEach(entry -> texts.put(entry.getKey(), String.valueOf(entry.getValue())));
        return texts;
    }
}
