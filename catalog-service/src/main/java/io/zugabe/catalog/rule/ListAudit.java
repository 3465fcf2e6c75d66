package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Lists who changed what, newest first. */
@Singleton
public final class ListAudit {

    private final RuleStore store;

    ListAudit(RuleStore store) {
        this.store = store;
    }

    /**
     * A page of entries.
     *
     * @param subject only of this rule or type; empty for all
     */
    public Uni<Page<AuditEntry>> list(String subject, PageRequest request) {
        long before = request.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(request.after());
        return store.audit(subject, before, request.size() + 1).map(found -> page(found, request.size()));
    }

    private static Page<AuditEntry> page(List<AuditEntry> found, int size) {
        if (found.size() <= size) {
            return new Page<>(found, "", found.size());
        }
        List<AuditEntry> entries = found.subList(0, size);
        return new Page<>(entries, Long.toString(entries.getLast().id()), found.size());
    }
}
