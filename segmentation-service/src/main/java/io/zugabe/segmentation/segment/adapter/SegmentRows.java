package io.zugabe.segmentation.segment.adapter;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.segment.domain.SegmentChange;
import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Segments as rows. */
final class SegmentRows {

    private SegmentRows() {}

    /** Segments of rows that each bring one version of one of them, in the order of their first rows. */
    static List<SegmentState> states(Iterable<Row> rows) {
        Map<String, List<Row>> bySegment = new LinkedHashMap<>();
        rows.forEach(row -> bySegment
                .computeIfAbsent(row.getString("segment_id"), id -> new ArrayList<>())
                .add(row));
        return bySegment.values().stream().map(SegmentRows::state).toList();
    }

    private static SegmentState state(List<Row> rows) {
        Row first = rows.getFirst();
        Optional<SegmentVersion> inForce = version(rows, first.getInteger("in_force"));
        return new SegmentState(
                first.getString("segment_id"),
                first.getBoolean("archived"),
                inForce,
                version(rows, first.getInteger("draft")),
                inForce.flatMap(each -> version(rows, each.replaces())),
                first.getInteger("last_version"),
                first.getLong("revision"),
                first.getOffsetDateTime("segment_create_time").toInstant(),
                first.getOffsetDateTime("update_time").toInstant());
    }

    private static Optional<SegmentVersion> version(List<Row> rows, @Nullable Integer number) {
        return rows.stream()
                .filter(row -> number != null && number.equals(row.getInteger("version")))
                .map(SegmentRows::version)
                .findFirst();
    }

    static SegmentVersion version(Row row) {
        return new SegmentVersion(
                DefinitionMessages.parse(row.getBuffer("definition").getBytes()),
                row.getInteger("version"),
                row.getString("author"),
                row.getOffsetDateTime("create_time").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("publish_time")).map(time -> time.toInstant()),
                row.getInteger("replaced_version"));
    }

    static Tuple columns(SegmentState state) {
        return Tuple.tuple()
                .addString(state.id())
                .addBoolean(state.archived())
                .addInteger(number(state.inForce()))
                .addInteger(number(state.draft()))
                .addInteger(state.lastVersion())
                .addLong(state.revision())
                .addValue(state.createTime().atOffset(ZoneOffset.UTC))
                .addValue(state.updateTime().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Integer number(Optional<SegmentVersion> version) {
        return version.map(SegmentVersion::number).orElse(null);
    }

    static Tuple columns(SegmentVersion version) {
        return Tuple.tuple()
                .addString(version.definition().id())
                .addInteger(version.number())
                .addValue(Buffer.buffer(
                        DefinitionMessages.message(version.definition()).toByteArray()))
                .addString(version.author())
                .addValue(version.createTime().atOffset(ZoneOffset.UTC))
                .addValue(version.publishTime()
                        .map(time -> time.atOffset(ZoneOffset.UTC))
                        .orElse(null))
                .addInteger(version.replaces());
    }

    static Tuple columns(SegmentChange change) {
        return Tuple.tuple()
                .addValue(change.time().atOffset(ZoneOffset.UTC))
                .addString(change.actor())
                .addString(change.callId())
                .addString(change.action().name())
                .addString(change.segmentId())
                .addInteger(change.version())
                .addString(change.detail());
    }

    static SegmentChange change(Row row) {
        return new SegmentChange(
                row.getLong("id"),
                row.getOffsetDateTime("change_time").toInstant(),
                row.getString("actor"),
                row.getString("call_id"),
                SegmentChange.Action.valueOf(row.getString("action")),
                row.getString("segment_id"),
                row.getInteger("version"),
                row.getString("detail"));
    }
}
