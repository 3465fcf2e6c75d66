package io.zugabe.segmentation.audience.adapter;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.zugabe.segmentation.audience.domain.GroupChange;
import io.zugabe.segmentation.audience.domain.GroupDefinition;
import io.zugabe.segmentation.audience.domain.TargetGroup;
import io.zugabe.segmentation.audience.domain.TargetGroup.KeptRule;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of target groups. */
final class TargetGroupRows {

    static final String GROUP = """
            select v.definition, v.version, v.rule, v.rule_time, g.create_time, v.create_time, v.author
            from target_group g join target_group_version v on v.id = g.id and v.version = g.version
            """;

    private TargetGroupRows() {}

    static List<TargetGroup> groups(RowSet<Row> rows) {
        List<TargetGroup> groups = new ArrayList<>(rows.size());
        rows.forEach(row -> groups.add(group(row)));
        return groups;
    }

    static Optional<TargetGroup> first(RowSet<Row> rows) {
        return groups(rows).stream().findFirst();
    }

    private static TargetGroup group(Row row) {
        GroupDefinition definition =
                DefinitionMessages.definition(row.getBuffer(0).getBytes());
        return new TargetGroup(
                definition,
                row.getInteger(1),
                rule(definition, row),
                row.getOffsetDateTime(4).toInstant(),
                row.getOffsetDateTime(5).toInstant(),
                row.getString(6));
    }

    private static Optional<KeptRule> rule(GroupDefinition definition, Row row) {
        OffsetDateTime time = row.getOffsetDateTime(3);
        return time == null
                ? Optional.empty()
                : Optional.of(new KeptRule(
                        RuleMessages.rule(definition, row.getBuffer(2).getBytes()), time.toInstant()));
    }

    static List<GroupChange> changes(RowSet<Row> rows) {
        List<GroupChange> changes = new ArrayList<>(rows.size());
        rows.forEach(row -> changes.add(new GroupChange(
                row.getLong(0),
                row.getOffsetDateTime(1).toInstant(),
                row.getString(2),
                GroupChange.Action.valueOf(row.getString(3)),
                row.getString(4),
                row.getInteger(5),
                row.getString(6))));
        return changes;
    }
}
