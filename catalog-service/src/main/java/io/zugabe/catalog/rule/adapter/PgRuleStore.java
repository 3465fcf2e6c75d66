package io.zugabe.catalog.rule.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.catalog.live.adapter.CommitOrder;
import io.zugabe.catalog.live.adapter.PayloadTable;
import io.zugabe.catalog.rule.RuleStore;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.RuleChange;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Types and rules in PostgreSQL. */
@Singleton
final class PgRuleStore implements RuleStore {

    private static final PayloadTable TYPES = new PayloadTable("product_type");
    private static final PayloadTable VERSIONS = new PayloadTable("rule_version");

    private static final String LAST = """
            select greatest(
                coalesce((select max(position) from product_type), 0),
                coalesce((select max(position) from rule_version), 0))""";

    private static final String NOTE = """
            insert into audit_entry (create_time, actor, request_id, action, subject, version, detail)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String AUDIT = """
            select id, create_time, actor, request_id, action, subject, version, detail from audit_entry
            where ($1 = '' or subject = $1) and id < $2 order by id desc limit $3""";

    private final Pool pool;

    PgRuleStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Outcome> write(long seen, RuleChange change) {
        return pool.withTransaction(transaction -> CommitOrder.await(transaction)
                .chain(() -> transaction.query(LAST).execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(last -> last > seen
                        ? Uni.createFrom().item(new Outcome.Overtaken(last))
                        : writeAll(transaction, change)));
    }

    private static Uni<Outcome> writeAll(SqlConnection transaction, RuleChange change) {
        Uni<Long> position = TYPES.upsert(
                transaction,
                change.types().stream().map(TypeDeclaration::type).toList(),
                change.types().stream()
                        .map(type -> TypeMessages.toMessage(type).toByteArray())
                        .toList());
        for (String type : change.deletedTypes()) {
            position = later(position, TYPES.delete(transaction, type));
        }
        for (String version : change.deletedVersions()) {
            position = later(position, VERSIONS.delete(transaction, version));
        }
        position = later(
                position,
                VERSIONS.upsert(
                        transaction,
                        change.versions().stream().map(RuleVersion::id).toList(),
                        change.versions().stream()
                                .map(version ->
                                        StatedRuleMessages.toMessage(version).toByteArray())
                                .toList()));
        return position.call(() -> note(transaction, change.audit())).map(Outcome.Written::new);
    }

    private static Uni<Long> later(Uni<Long> position, Uni<Long> next) {
        return position.chain(before -> next.map(after -> Math.max(before, after)));
    }

    private static Uni<RowSet<Row>> note(SqlConnection transaction, List<AuditEntry> entries) {
        List<Tuple> rows = entries.stream()
                .map(entry -> Tuple.tuple()
                        .addValue(entry.time().atOffset(ZoneOffset.UTC))
                        .addString(entry.actor())
                        .addString(entry.requestId())
                        .addString(entry.action().name())
                        .addString(entry.subject())
                        .addString(entry.version())
                        .addString(entry.detail()))
                .toList();
        return transaction.preparedQuery(NOTE).executeBatch(rows);
    }

    @Override
    public Uni<List<AuditEntry>> audit(String subject, long before, int limit) {
        return pool.preparedQuery(AUDIT)
                .execute(Tuple.of(subject, before, limit))
                .map(PgRuleStore::toEntries);
    }

    private static List<AuditEntry> toEntries(RowSet<Row> rows) {
        List<AuditEntry> entries = new ArrayList<>();
        rows.forEach(row -> entries.add(new AuditEntry(
                row.getLong("id"),
                row.getOffsetDateTime("create_time").toInstant(),
                row.getString("actor"),
                row.getString("request_id"),
                Action.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("version"),
                row.getString("detail"))));
        return entries;
    }
}
