package io.zugabe.experiment.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.AuditEntry;
import io.zugabe.experiment.domain.AuditPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists who changed an experiment, when, and what it was afterwards. */
@ApplicationScoped
public class ListAuditEntries {

    private final ExperimentStore store;

    public ListAuditEntries(ExperimentStore store) {
        this.store = store;
    }

    /**
     * A page, newest first.
     *
     * @param before only entries with smaller ids; {@link Long#MAX_VALUE} for the first page
     * @param size entries per page
     */
    @WithSession
    public Uni<AuditPage> list(String id, long before, int size) {
        return store.find(id)
                .map(found -> found.orElseThrow(() -> Refusals.notFound(id)))
                .flatMap(found -> store.audit(id, before, size + 1))
                .map(entries -> page(entries, size));
    }

    private static AuditPage page(List<AuditEntry> found, int size) {
        boolean last = found.size() <= size;
        return new AuditPage(last ? found : found.subList(0, size), last);
    }
}
