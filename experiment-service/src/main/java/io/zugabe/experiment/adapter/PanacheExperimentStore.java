package io.zugabe.experiment.adapter;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.Action;
import io.zugabe.experiment.domain.Actor;
import io.zugabe.experiment.domain.AuditEntry;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.domain.State;
import io.zugabe.experiment.lifecycle.ExperimentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Experiments in PostgreSQL. */
@ApplicationScoped
class PanacheExperimentStore implements ExperimentStore, PanacheRepositoryBase<ExperimentEntity, String> {

    private static final List<State> OCCUPYING =
            Arrays.stream(State.values()).filter(State::occupies).toList();

    private final Clock clock;

    PanacheExperimentStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Optional<Experiment>> find(String id) {
        return findById(id).map(found -> Optional.ofNullable(found).map(ExperimentEntity::toDomain));
    }

    @Override
    public Uni<List<Experiment>> list(String after, @Nullable State state, int limit) {
        var query = state == null
                ? find("from ExperimentEntity where id > ?1 and state <> ?2 order by id", after, State.ARCHIVED)
                : find("from ExperimentEntity where id > ?1 and state = ?2 order by id", after, state);
        return query.range(0, limit - 1).list().map(PanacheExperimentStore::toDomain);
    }

    @Override
    public Uni<Experiment> insert(Experiment draft, Actor by) {
        return findById(draft.id())
                .onItem()
                .ifNotNull()
                .failWith(() -> Refusals.exists(draft.id()))
                .chain(() -> persistAndFlush(ExperimentEntity.of(draft)))
                // another call may have created it after we looked
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> Refusals.exists(draft.id()))
                .map(ExperimentEntity::toDomain)
                .call(stored -> note(Action.CREATE, stored, by));
    }

    @Override
    public Uni<List<Experiment>> lockOccupying() {
        return getSession()
                .flatMap(session ->
                        session.find(RunningSetEntity.class, RunningSetEntity.ONLY, LockModeType.PESSIMISTIC_WRITE))
                .flatMap(locked -> find("from ExperimentEntity where state in ?1 order by id", OCCUPYING)
                        .list())
                .map(PanacheExperimentStore::toDomain);
    }

    @Override
    public Uni<Experiment> update(Experiment changed, Action action, Actor by) {
        return getSession()
                .flatMap(session -> session.find(RunningSetEntity.class, RunningSetEntity.ONLY))
                .flatMap(set -> findById(changed.id()).map(entity -> apply(changed, entity, set)))
                .call(this::flush)
                .map(ExperimentEntity::toDomain)
                .call(stored -> note(action, stored, by));
    }

    private static ExperimentEntity apply(Experiment changed, ExperimentEntity entity, RunningSetEntity set) {
        boolean ran = entity.state == State.RUNNING;
        boolean runs = changed.state() == State.RUNNING;
        if (ran || runs) {
            set.version++;
        }
        entity.set(changed);
        return entity;
    }

    @Override
    public Uni<List<AuditEntry>> audit(String id, long before, int limit) {
        return getSession()
                .flatMap(session -> session.createSelectionQuery(
                                "from AuditEntryEntity where experimentId = :id and id < :before order by id desc",
                                AuditEntryEntity.class)
                        .setParameter("id", id)
                        .setParameter("before", before)
                        .setMaxResults(limit)
                        .getResultList())
                .map(entries -> entries.stream().map(AuditEntryEntity::toDomain).toList());
    }

    private Uni<Void> note(Action action, Experiment afterwards, Actor by) {
        AuditEntryEntity entry = AuditEntryEntity.of(action, clock.instant(), afterwards, by);
        return getSession().flatMap(session -> session.persist(entry));
    }

    private static List<Experiment> toDomain(List<ExperimentEntity> entities) {
        return entities.stream().map(ExperimentEntity::toDomain).toList();
    }
}
