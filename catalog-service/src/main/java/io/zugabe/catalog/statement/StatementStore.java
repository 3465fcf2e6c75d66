package io.zugabe.catalog.statement;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.rule.domain.AuditEntry;
import java.util.List;

/** Where maker statements are kept for good. */
public interface StatementStore {

    /**
     * Inserts or replaces statements, no two with the same id, with an entry of the audit; returns the position of
     * the last, 0 if there were none.
     */
    Uni<Long> write(List<MakerStatement> statements, AuditEntry entry);

    /**
     * Deletes a statement, with an entry of the audit; returns the position of the deletion, 0 if there was no such
     * statement, which leaves no entry.
     */
    Uni<Long> delete(String id, AuditEntry entry);
}
