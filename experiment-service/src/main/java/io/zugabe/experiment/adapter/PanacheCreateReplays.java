package io.zugabe.experiment.adapter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.lifecycle.CreateReplays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** First responses in PostgreSQL. */
@ApplicationScoped
class PanacheCreateReplays implements CreateReplays {

    @Override
    public Uni<Optional<Experiment>> claim(UUID requestId, Instant now, Instant forgetBefore) {
        return Panache.getSession()
                .call(session -> forget(session, forgetBefore))
                .call(session -> take(session, requestId, now))
                .flatMap(session -> first(session, requestId));
    }

    @Override
    public Uni<Void> remember(UUID requestId, Experiment response) {
        return Panache.getSession()
                .flatMap(session -> session.find(CreateReplayEntity.class, requestId))
                .invoke(claimed -> claimed.experiment = ExperimentJson.snapshot(response))
                .replaceWithVoid();
    }

    private static Uni<List<UUID>> forget(Mutiny.Session session, Instant before) {
        return session.createNativeQuery(
                        "delete from create_replay where create_time < :before returning request_id", UUID.class)
                .setParameter("before", before)
                .getResultList();
    }

    /** Waits for a concurrent call with the same id, whose uncommitted row conflicts. */
    private static Uni<List<UUID>> take(Mutiny.Session session, UUID requestId, Instant now) {
        return session.createNativeQuery(
                        "insert into create_replay (request_id, create_time) values (:id, :now)"
                                + " on conflict do nothing returning request_id",
                        UUID.class)
                .setParameter("id", requestId)
                .setParameter("now", now)
                .getResultList();
    }

    private static Uni<Optional<Experiment>> first(Mutiny.Session session, UUID requestId) {
        return session.find(CreateReplayEntity.class, requestId)
                .map(claimed -> Optional.ofNullable(claimed.experiment).map(ExperimentJson::fromSnapshot));
    }
}
