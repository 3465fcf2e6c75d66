package io.zugabe.catalog.statement.adapter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.statement.StatementStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maker statements in PostgreSQL, by Panache. */
@Singleton
final class PanacheStatementStore implements StatementStore {

    private final StatementRows rows;
    private final Clock clock;

    PanacheStatementStore(StatementRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Uni<Long> write(List<MakerStatement> statements, AuditEntry entry) {
        if (statements.isEmpty()) {
            return Uni.createFrom().item(0L);
        }
        List<String> ids = statements.stream().map(MakerStatement::id).toList();
        return Panache.withTransaction(() -> rows.drawPositions(statements.size())
                .chain(positions -> rows.list("id in ?1", ids)
                        .chain(stored -> rows.persist(written(statements, positions, stored)))
                        .chain(() -> rows.note(entry))
                        .replaceWith(positions.getLast())));
    }

    @Override
    public Uni<Long> delete(String id, AuditEntry entry) {
        return Panache.withTransaction(() -> rows.drawPositions(1)
                .chain(positions -> rows.find("id = ?1 and deleted = false", id)
                        .firstResult()
                        .chain(row -> row == null
                                ? Uni.createFrom().item(0L)
                                : rows.note(entry).replaceWith(() -> bury(row, positions.getFirst())))));
    }

    private long bury(StatementRow row, long position) {
        row.payload = null;
        row.deleted = true;
        row.position = position;
        row.updateTime = clock.instant();
        return position;
    }

    private List<StatementRow> written(
            List<MakerStatement> statements, List<Long> positions, List<StatementRow> stored) {
        Map<String, StatementRow> byId = stored.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        Instant now = clock.instant();
        List<StatementRow> written = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            MakerStatement statement = statements.get(i);
            StatementRow row = byId.getOrDefault(statement.id(), new StatementRow());
            row.id = statement.id();
            row.payload = StatementMessages.toMessage(statement).toByteArray();
            row.position = positions.get(i);
            row.deleted = false;
            row.updateTime = now;
            written.add(row);
        }
        return written;
    }
}
