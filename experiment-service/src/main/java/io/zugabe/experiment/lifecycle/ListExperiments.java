package io.zugabe.experiment.lifecycle;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.ExperimentPage;
import io.zugabe.experiment.domain.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists experiments page by page. */
@ApplicationScoped
public class ListExperiments {

    private final ExperimentStore store;

    public ListExperiments(ExperimentStore store) {
        this.store = store;
    }

    /**
     * A page.
     *
     * @param after the last id of the page before; empty for the first page
     * @param state only those in this state; null for all
     * @param size experiments per page
     */
    @WithSession
    public Uni<ExperimentPage> list(String after, @Nullable State state, int size) {
        return store.list(after, state, size + 1).map(found -> page(found, size));
    }

    private static ExperimentPage page(List<Experiment> found, int size) {
        boolean last = found.size() <= size;
        return new ExperimentPage(last ? found : found.subList(0, size), last);
    }
}
