package io.zugabe.experiment.adapter;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.zugabe.experiment.domain.RunningSet;
import io.zugabe.experiment.domain.State;
import io.zugabe.experiment.running.ExperimentIndex;
import io.zugabe.experiment.running.RunningSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** The set of running experiments in PostgreSQL. Reads in sessions of its own, whatever the caller has open. */
@ApplicationScoped
class PanacheRunningSource implements RunningSource, ExperimentIndex {

    private final Mutiny.SessionFactory sessions;
    private final Vertx vertx;

    PanacheRunningSource(Mutiny.SessionFactory sessions, Vertx vertx) {
        this.sessions = sessions;
        this.vertx = vertx;
    }

    @Override
    public Uni<Optional<RunningSet>> loadUnless(long knownVersion) {
        return onItsOwnContext(() -> sessions.withSession(session -> session.createSelectionQuery(
                        "select version from RunningSetEntity", Long.class)
                .getSingleResult()
                .flatMap(version -> version == knownVersion
                        ? Uni.createFrom().item(Optional.<RunningSet>empty())
                        : load(session).map(Optional::of))));
    }

    @Override
    public Uni<Set<String>> existing(Collection<String> ids) {
        return onItsOwnContext(() -> sessions.withSession(session -> session.createSelectionQuery(
                                "select id from ExperimentEntity where id in (:ids)", String.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(Set::copyOf));
    }

    /** Version and experiments in one statement, so that they are of one moment. */
    private static Uni<RunningSet> load(Mutiny.Session session) {
        return session.createSelectionQuery(
                        "select s.version, e from RunningSetEntity s left join ExperimentEntity e on e.state = :state",
                        Tuple.class)
                .setParameter("state", State.RUNNING)
                .getResultList()
                .map(PanacheRunningSource::runningSet);
    }

    private static RunningSet runningSet(List<Tuple> rows) {
        return new RunningSet(
                rows.getFirst().get(0, Long.class),
                rows.stream()
                        .map(row -> row.get(1, ExperimentEntity.class))
                        .filter(Objects::nonNull)
                        .map(ExperimentEntity::toDomain)
                        .toList());
    }

    /** Hibernate Reactive keeps a session in the Vert.x context, and the timer that polls has none. */
    private <T> Uni<T> onItsOwnContext(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(ignored -> work.get().subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
